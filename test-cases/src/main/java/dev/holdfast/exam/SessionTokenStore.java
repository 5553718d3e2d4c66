package dev.holdfast.exam;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;

public class SessionTokenStore {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long LIFETIME_SECONDS = 1_800;

  private final JedisPool pool;

  public SessionTokenStore(JedisPool pool) {
    this.pool = pool;
  }

  public String open(String userId) {
    String token = newToken();
    try (Jedis jedis = pool.getResource()) {
      jedis.setex("session:" + token, LIFETIME_SECONDS, userId);
    }
    return token;
  }

  public Optional<String> rotate(String oldToken) {
    Jedis jedis = pool.getResource(); // expect: PooledObjectNotReturned
    String userId = jedis.get("session:" + oldToken);
    if (userId == null) {
      return Optional.empty();
    }
    String token = newToken();
    jedis.setex("session:" + token, LIFETIME_SECONDS, userId);
    jedis.del("session:" + oldToken);
    jedis.close();
    return Optional.of(token);
  }

  private static String newToken() {
    byte[] raw = new byte[24];
    RANDOM.nextBytes(raw);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
  }
}

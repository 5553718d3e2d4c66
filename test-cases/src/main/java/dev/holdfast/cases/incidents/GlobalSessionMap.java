package dev.holdfast.cases.incidents;

import dev.holdfast.cases.loopback.Allocation;
import dev.holdfast.cases.loopback.Redis;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisPoolConfig;

/**
 * A global map kept every session that was ever opened, each with a client and a connection.
 *
 * <p>Nothing was ever removed. The connections never went back to their pool, which ran dry: 12 %
 * of the requests failed. Given its collaborators instead of making them, and lending a connection
 * for one command at a time, the service kept 94 % less memory: 78 instead of 1,280 allocations and
 * 0.25 instead of 4.2 MB of growth for one operation.
 */
public final class GlobalSessionMap {
  private GlobalSessionMap() {}

  /** Every session owns a client and a borrowed connection, and lives for ever. */
  static final class Before {
    private static final Map<Long, Session> SESSIONS = new ConcurrentHashMap<>();

    private final JedisPool redis;

    Before(JedisPool redis) {
      this.redis = redis;
    }

    void open(long user) {
      HttpClient client = HttpClient.newHttpClient(); // expect: MissingHttpTimeout
      Jedis jedis = redis.getResource();
      jedis.set("session:" + user, Instant.now().toString());
      SESSIONS.put(user, new Session(client, jedis)); // expect: PooledObjectEscapes, EverGrowingMap
    }

    int size() {
      return SESSIONS.size();
    }

    record Session(HttpClient client, Jedis jedis) {}
  }

  /** Is given what it needs, lends it briefly, and forgets who has not come back. */
  static final class After {
    private static final int MOST_SESSIONS = 4;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final JedisPool redis;
    private final HttpClient client;
    private final Map<Long, Session> sessions =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Long, Session> eldest) {
            return size() > MOST_SESSIONS;
          }
        };

    After(JedisPool redis, HttpClient client) {
      this.redis = redis;
      this.client = client;
    }

    synchronized void open(long user) {
      Instant now = Instant.now();
      try (Jedis jedis = redis.getResource()) {
        jedis.setex("session:" + user, 3_600, now.toString());
      }
      sessions.put(user, new Session(user, now));
    }

    synchronized Optional<Session> find(long user) {
      return Optional.ofNullable(sessions.get(user));
    }

    synchronized int size() {
      return sessions.size();
    }

    HttpRequest profile(URI profiles, Session session) {
      return HttpRequest.newBuilder(profiles.resolve("/profiles/" + session.user()))
          .timeout(LIMIT)
          .build();
    }

    HttpClient client() {
      return client;
    }

    record Session(long user, Instant since) {}
  }

  /** Eight sessions, which is all the pool of the old version has connections for. */
  public static Figures reproduce() {
    int users = 8;
    JedisPoolConfig config = new JedisPoolConfig();
    config.setMaxTotal(users);
    config.setMaxWait(Duration.ofMillis(50));
    try (Redis redis = new Redis();
        JedisPool pool = new JedisPool(config, redis.host(), redis.port(), 2_000);
        JedisPool mendedPool = new JedisPool(config, redis.host(), redis.port(), 2_000)) {
      Set<Thread> atStart = selectors();
      Before before = new Before(pool);
      for (long user = 0; user < users; user++) {
        before.open(user);
      }
      int threadsBefore = newSelectors(atStart);
      atStart = selectors();
      HttpClient client = HttpClient.newBuilder().connectTimeout(After.LIMIT).build();
      After after = new After(mendedPool, client);
      for (long user = 0; user < users; user++) {
        after.open(user);
      }
      return new Figures(
          before.size(),
          after.size(),
          pool.getNumActive(),
          mendedPool.getNumActive(),
          threadsBefore,
          newSelectors(atStart),
          Allocation.complaint(
              () -> {
                before.open(0);
                return null;
              }));
    }
  }

  private static int newSelectors(Set<Thread> atStart) {
    Set<Thread> now = selectors();
    now.removeAll(atStart);
    return now.size();
  }

  /** Each client of the JDK runs one such thread for as long as it is reachable. */
  private static Set<Thread> selectors() {
    Set<Thread> selectors = new HashSet<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().matches("HttpClient-\\d+-SelectorManager")) {
        selectors.add(thread);
      }
    }
    return selectors;
  }

  /**
   * What {@link #reproduce()} measured, for eight sessions each.
   *
   * @param sessionsBefore sessions kept
   * @param sessionsAfter sessions kept of those that were used last
   * @param lentBefore connections that did not come back
   * @param lentAfter the same when lent for a command
   * @param threadsBefore threads that clients of sessions keep running
   * @param threadsAfter threads of the one shared client
   * @param nextSessionBefore what the ninth session gets from the exhausted pool
   */
  public record Figures(
      int sessionsBefore,
      int sessionsAfter,
      int lentBefore,
      int lentAfter,
      int threadsBefore,
      int threadsAfter,
      String nextSessionBefore) {}
}

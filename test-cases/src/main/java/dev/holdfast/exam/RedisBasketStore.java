package dev.holdfast.exam;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisPoolConfig;

/** Baskets of anonymous visitors. */
public class RedisBasketStore implements AutoCloseable {

  private static final long LIFETIME_SECONDS = Duration.ofDays(2).toSeconds();

  private final JedisPool pool;
  private final ExecutorService background;

  public RedisBasketStore(String host, ExecutorService background) {
    JedisPoolConfig config = new JedisPoolConfig();
    config.setMaxTotal(24);
    config.setMaxWait(Duration.ofMillis(300));
    this.pool = new JedisPool(config, host, 6379);
    this.background = background;
  }

  public Map<String, String> basket(String visitor) {
    return with(jedis -> jedis.hgetAll("basket:" + visitor));
  }

  public long put(String visitor, String sku, int quantity) {
    return with(
        jedis -> {
          String key = "basket:" + visitor;
          long added = jedis.hset(key, sku, Integer.toString(quantity));
          jedis.expire(key, LIFETIME_SECONDS);
          return added;
        });
  }

  public CompletableFuture<Long> clearLater(String visitor) {
    return CompletableFuture.supplyAsync(
        () -> with(jedis -> jedis.del("basket:" + visitor)), background);
  }

  public void announce(Channel channel, byte[] message) {
    ByteBuf buffer = channel.alloc().buffer(message.length);
    try {
      buffer.writeBytes(message);
      channel.writeAndFlush(buffer.retainedDuplicate());
    } finally {
      buffer.release();
    }
  }

  private <T> T with(Function<Jedis, T> work) {
    try (Jedis jedis = pool.getResource()) {
      return work.apply(jedis);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}

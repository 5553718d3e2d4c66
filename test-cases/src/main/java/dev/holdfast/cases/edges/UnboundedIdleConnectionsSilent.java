package dev.holdfast.cases.edges;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.apache.commons.pool2.PooledObjectFactory;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisPoolConfig;

/** Pools whose idle ones are few, or go in time. */
final class UnboundedIdleConnectionsSilent {
  private static final int FEW = 50;

  ConnectionPool byDefault() {
    return new ConnectionPool();
  }

  ConnectionPool few() {
    return new ConnectionPool(FEW, 1, TimeUnit.DAYS);
  }

  ConnectionPool manyForAWhile() {
    return new ConnectionPool(5_000, 5, TimeUnit.MINUTES);
  }

  ConnectionPool anHourAtMost() {
    return new ConnectionPool(Integer.MAX_VALUE, 60, TimeUnit.MINUTES);
  }

  ConnectionPool aThousandAtMost() {
    return new ConnectionPool(1_000, 30, TimeUnit.DAYS);
  }

  ConnectionPool ofTheCaller(int most, long minutes) {
    return new ConnectionPool(most, minutes, TimeUnit.MINUTES);
  }

  ConnectionPool ofASetting() {
    return new ConnectionPool(Integer.getInteger("http.idle", 5), 30, TimeUnit.DAYS);
  }

  ConnectionPool inAUnitOfTheCaller(TimeUnit unit) {
    return new ConnectionPool(5_000, 300, unit);
  }

  OkHttpClient ofAClient() {
    return new OkHttpClient.Builder()
        .connectionPool(new ConnectionPool(20, 2, TimeUnit.MINUTES))
        .build();
  }

  OkHttpClient clientByDefault() {
    return new OkHttpClient();
  }

  GenericObjectPool<StringBuilder> eightByDefault(PooledObjectFactory<StringBuilder> factory) {
    GenericObjectPoolConfig<StringBuilder> config = new GenericObjectPoolConfig<>();
    config.setMaxWait(Duration.ofSeconds(1));
    return new GenericObjectPool<>(factory, config);
  }

  GenericObjectPool<StringBuilder> evicted(PooledObjectFactory<StringBuilder> factory) {
    GenericObjectPool<StringBuilder> pool = new GenericObjectPool<>(factory);
    pool.setMaxWait(Duration.ofSeconds(1));
    pool.setMaxIdle(-1);
    pool.setTimeBetweenEvictionRuns(Duration.ofMinutes(1));
    return pool;
  }

  GenericObjectPool<StringBuilder> bounded(PooledObjectFactory<StringBuilder> factory) {
    GenericObjectPoolConfig<StringBuilder> config = new GenericObjectPoolConfig<>();
    config.setMaxWait(Duration.ofSeconds(1));
    config.setMaxIdle(200);
    return new GenericObjectPool<>(factory, config);
  }

  GenericObjectPool<StringBuilder> configured(
      PooledObjectFactory<StringBuilder> factory, GenericObjectPoolConfig<StringBuilder> config) {
    return new GenericObjectPool<>(factory, config);
  }

  /** Its config evicts what has been idle for a minute. */
  JedisPool redis() {
    JedisPoolConfig config = new JedisPoolConfig();
    config.setMaxWait(Duration.ofSeconds(1));
    config.setMaxIdle(2_000);
    return new JedisPool(config, "cache", 6379);
  }
}

package dev.holdfast.cases.edges;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.commons.pool2.KeyedPooledObjectFactory;
import org.apache.commons.pool2.PooledObjectFactory;
import org.apache.commons.pool2.impl.GenericKeyedObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisPoolConfig;

/** Pools whose callers wait for ever once it is empty. */
final class UnboundedPoolWaitFlagged {
  private static final JedisPool SHARED = new JedisPool("cache", 6379); // expect: UnboundedPoolWait

  GenericObjectPool<StringBuilder> byDefault(PooledObjectFactory<StringBuilder> factory) {
    return new GenericObjectPool<>(factory); // expect: UnboundedPoolWait
  }

  GenericObjectPool<StringBuilder> limitedInNumberOnly(PooledObjectFactory<StringBuilder> factory) {
    GenericObjectPoolConfig<StringBuilder> config = new GenericObjectPoolConfig<>();
    config.setMaxTotal(8);
    config.setMaxIdle(4);
    return new GenericObjectPool<>(factory, config); // expect: UnboundedPoolWait
  }

  JedisPool redis(String host) {
    JedisPoolConfig config = new JedisPoolConfig();
    config.setMaxTotal(20);
    config.setTestOnBorrow(true);
    return new JedisPool(config, host, 6379, 2_000); // expect: UnboundedPoolWait
  }

  GenericKeyedObjectPool<String, StringBuilder> keyed(
      KeyedPooledObjectFactory<String, StringBuilder> factory) {
    return new GenericKeyedObjectPool<>(factory); // expect: UnboundedPoolWait
  }

  BasicDataSource dataSource(String url) {
    BasicDataSource source = new BasicDataSource(); // expect: UnboundedPoolWait
    source.setUrl(url);
    source.setMaxTotal(20);
    return source;
  }

  /** A limit in the config of another pool. */
  JedisPool limitedElsewhereOnly(JedisPoolConfig other) {
    other.setMaxWait(Duration.ofMillis(500));
    return new JedisPool("sessions", 6379); // expect: UnboundedPoolWait
  }

  /** Kept for as long as its owner, borrowed from without a limit. */
  static final class Buffers implements AutoCloseable {
    private final GenericObjectPool<StringBuilder> pool;

    Buffers(PooledObjectFactory<StringBuilder> factory) {
      pool = new GenericObjectPool<>(factory); // expect: UnboundedPoolWait
      pool.setMaxTotal(16);
    }

    String render(int number) throws Exception {
      StringBuilder buffer = pool.borrowObject();
      try {
        return buffer.append(number).toString();
      } finally {
        buffer.setLength(0);
        pool.returnObject(buffer);
      }
    }

    @Override
    public void close() {
      pool.close();
    }
  }

  static JedisPool shared() {
    return SHARED;
  }

  /** A limit for idle ones is none for those who wait. */
  GenericObjectPool<StringBuilder> evictedOnly(PooledObjectFactory<StringBuilder> factory) {
    var pool = new GenericObjectPool<>(factory); // expect: UnboundedPoolWait
    pool.setTimeBetweenEvictionRuns(Duration.ofMinutes(1));
    pool.setMinEvictableIdle(Duration.ofMinutes(5));
    return pool;
  }

  GenericObjectPool<StringBuilder> onOneBranchOnly(
      PooledObjectFactory<StringBuilder> factory, boolean patient) {
    if (patient) {
      return new GenericObjectPool<>(factory); // expect: UnboundedPoolWait
    }
    GenericObjectPoolConfig<StringBuilder> config = new GenericObjectPoolConfig<>();
    config.setMaxWait(Duration.ofSeconds(1));
    return new GenericObjectPool<>(factory, config);
  }

  Supplier<JedisPool> madeInALambda(String host) {
    return () -> new JedisPool(host, 6379); // possible: UnboundedPoolWait
  }
}

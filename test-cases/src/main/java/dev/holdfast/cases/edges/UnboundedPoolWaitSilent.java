package dev.holdfast.cases.edges;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.commons.pool2.KeyedPooledObjectFactory;
import org.apache.commons.pool2.PooledObjectFactory;
import org.apache.commons.pool2.impl.GenericKeyedObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisPoolConfig;

/** Pools whose callers wait for a while, for nothing, or for as long as somebody else says. */
final class UnboundedPoolWaitSilent {
  private static final JedisPoolConfig LIMITED = limited();

  private static JedisPoolConfig limited() {
    JedisPoolConfig config = new JedisPoolConfig();
    config.setMaxWait(Duration.ofMillis(500));
    return config;
  }

  GenericObjectPool<StringBuilder> ofItsConfig(PooledObjectFactory<StringBuilder> factory) {
    GenericObjectPoolConfig<StringBuilder> config = new GenericObjectPoolConfig<>();
    config.setMaxWait(Duration.ofSeconds(2));
    return new GenericObjectPool<>(factory, config);
  }

  GenericObjectPool<StringBuilder> setLater(PooledObjectFactory<StringBuilder> factory) {
    GenericObjectPool<StringBuilder> pool = new GenericObjectPool<>(factory);
    pool.setMaxWaitMillis(500);
    return pool;
  }

  GenericObjectPool<StringBuilder> neverBlocks(PooledObjectFactory<StringBuilder> factory) {
    GenericObjectPool<StringBuilder> pool = new GenericObjectPool<>(factory);
    pool.setBlockWhenExhausted(false);
    return pool;
  }

  JedisPool ofAConstant(String host) {
    return new JedisPool(LIMITED, host, 6379);
  }

  JedisPool ofTheCaller(JedisPoolConfig config, String host) {
    return new JedisPool(config, host, 6379);
  }

  JedisPool ofAHelper(String host) {
    return new JedisPool(limited(), host, 6379);
  }

  BasicDataSource dataSource(String url) {
    BasicDataSource source = new BasicDataSource();
    source.setUrl(url);
    source.setMaxWait(Duration.ofSeconds(10));
    return source;
  }

  /** Thirty seconds by default. */
  HikariDataSource hikari(String url) {
    HikariDataSource source = new HikariDataSource();
    source.setJdbcUrl(url);
    return source;
  }

  /** Who borrows says how long. */
  static final class Buffers implements AutoCloseable {
    private final GenericObjectPool<StringBuilder> pool;

    Buffers(PooledObjectFactory<StringBuilder> factory) {
      pool = new GenericObjectPool<>(factory);
    }

    String render(int number) throws Exception {
      StringBuilder buffer = pool.borrowObject(Duration.ofMillis(200));
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

  /** Another method of the class sets it. */
  static final class Configured implements AutoCloseable {
    private final JedisPool pool = new JedisPool("cache", 6379);

    void configure(Duration patience) {
      pool.setMaxWait(patience);
    }

    @Override
    public void close() {
      pool.close();
    }
  }

  void neverUsed(PooledObjectFactory<StringBuilder> factory) {
    GenericObjectPool<StringBuilder> pool = new GenericObjectPool<>(factory);
    pool.close();
  }

  GenericKeyedObjectPool<String, StringBuilder> keyed(
      KeyedPooledObjectFactory<String, StringBuilder> factory) {
    GenericKeyedObjectPool<String, StringBuilder> pool = new GenericKeyedObjectPool<>(factory);
    pool.setMaxWait(Duration.ofSeconds(1));
    return pool;
  }

  /** What takes the place of the config brings its limits. */
  GenericObjectPool<StringBuilder> configuredAnew(
      PooledObjectFactory<StringBuilder> factory, GenericObjectPoolConfig<StringBuilder> config) {
    GenericObjectPool<StringBuilder> pool = new GenericObjectPool<>(factory);
    pool.setConfig(config);
    return pool;
  }

  JedisPool setByAHelper(String host) {
    JedisPoolConfig config = new JedisPoolConfig();
    config.setMaxTotal(20);
    patience(config, 500);
    return new JedisPool(config, host, 6379);
  }

  private static void patience(JedisPoolConfig config, long millis) {
    config.setMaxWait(Duration.ofMillis(millis));
  }

  BasicDataSource oldSpelling(String url) {
    BasicDataSource source = new BasicDataSource();
    source.setUrl(url);
    source.setMaxWaitMillis(5_000);
    return source;
  }

  GenericObjectPool<StringBuilder> onBothBranches(
      PooledObjectFactory<StringBuilder> factory, boolean patient) {
    GenericObjectPoolConfig<StringBuilder> config = new GenericObjectPoolConfig<>();
    if (patient) {
      config.setMaxWait(Duration.ofSeconds(30));
    } else {
      config.setBlockWhenExhausted(false);
    }
    return new GenericObjectPool<>(factory, config);
  }

  StringBuilder borrowed(GenericObjectPool<StringBuilder> pool) throws Exception {
    return pool.borrowObject();
  }
}

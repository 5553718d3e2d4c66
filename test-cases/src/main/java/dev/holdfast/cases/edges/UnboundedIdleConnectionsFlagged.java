package dev.holdfast.cases.edges;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.apache.commons.pool2.PooledObjectFactory;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;

/** Pools that keep what nobody uses, as much and as long as they like. */
final class UnboundedIdleConnectionsFlagged {
  private static final int MANY = 5_000;

  ConnectionPool asManyAsAnIntCounts() {
    int most = Integer.MAX_VALUE;
    return new ConnectionPool(most, 365, TimeUnit.DAYS); // expect: UnboundedIdleConnections
  }

  ConnectionPool manyForADay() {
    return new ConnectionPool(MANY, 1, TimeUnit.DAYS); // expect: UnboundedIdleConnections
  }

  ConnectionPool throughLocals() {
    int most = 2_000;
    long hours = 12;
    return new ConnectionPool(most, hours, TimeUnit.HOURS); // expect: UnboundedIdleConnections
  }

  ConnectionPool forEver() {
    long ever = Long.MAX_VALUE;
    return new ConnectionPool(MANY, ever, TimeUnit.SECONDS); // expect: UnboundedIdleConnections
  }

  ConnectionPool inMinutes() {
    return new ConnectionPool(1_001, 61, TimeUnit.MINUTES); // expect: UnboundedIdleConnections
  }

  OkHttpClient ofAClient() {
    var pool = new ConnectionPool(MANY, 2, TimeUnit.HOURS); // expect: UnboundedIdleConnections
    return new OkHttpClient.Builder().connectionPool(pool).build();
  }

  Supplier<ConnectionPool> madeInALambda() {
    return () -> new ConnectionPool(MANY, 7, TimeUnit.DAYS); // expect: UnboundedIdleConnections
  }

  GenericObjectPool<StringBuilder> asManyAsYouLike(PooledObjectFactory<StringBuilder> factory) {
    GenericObjectPoolConfig<StringBuilder> config = new GenericObjectPoolConfig<>();
    config.setMaxWait(Duration.ofSeconds(1));
    config.setMaxTotal(10_000);
    config.setMaxIdle(-1);
    return new GenericObjectPool<>(factory, config); // expect: UnboundedIdleConnections
  }

  GenericObjectPool<StringBuilder> setOnThePool(PooledObjectFactory<StringBuilder> factory) {
    var pool = new GenericObjectPool<>(factory); // expect: UnboundedIdleConnections
    pool.setMaxWait(Duration.ofSeconds(1));
    pool.setMaxIdle(MANY);
    return pool;
  }

  GenericObjectPool<StringBuilder> neverEvicted(PooledObjectFactory<StringBuilder> factory) {
    var pool = new GenericObjectPool<>(factory); // expect: UnboundedIdleConnections
    pool.setMaxWait(Duration.ofSeconds(1));
    pool.setMaxIdle(Integer.MAX_VALUE);
    pool.setTimeBetweenEvictionRuns(Duration.ofMillis(-1));
    return pool;
  }
}

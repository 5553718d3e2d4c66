package dev.holdfast.cases.edges;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.KeyedObjectPool;
import org.apache.commons.pool2.ObjectPool;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;

/** Borrowed objects that go back on every path, or go back through somebody else. */
final class PooledObjectNotReturnedSilent {
  private final ObjectPool<StringBuilder> pool;
  private final JedisPool redis;

  PooledObjectNotReturnedSilent(ObjectPool<StringBuilder> pool, JedisPool redis) {
    this.pool = pool;
    this.redis = redis;
  }

  void returnedInFinally(Appendable target) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      target.append(buffer);
    } finally {
      pool.returnObject(buffer);
    }
  }

  void borrowedInTryReturnedInFinally(Appendable target) throws Exception {
    StringBuilder buffer = null;
    try {
      buffer = pool.borrowObject();
      target.append(buffer);
    } finally {
      if (buffer != null) {
        pool.returnObject(buffer);
      }
    }
  }

  void nestedTry(Appendable target) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      try {
        target.append(buffer);
      } finally {
        buffer.setLength(0);
      }
    } finally {
      pool.returnObject(buffer);
    }
  }

  void invalidatedOnFailure(Appendable target) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    boolean ok = false;
    try {
      target.append(buffer);
      ok = true;
    } finally {
      if (ok) {
        pool.returnObject(buffer);
      } else {
        pool.invalidateObject(buffer);
      }
    }
  }

  void invalidatedInTheCatch(Appendable target) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      target.append(buffer);
    } catch (Exception e) {
      pool.invalidateObject(buffer);
      throw e;
    }
    pool.returnObject(buffer);
  }

  /** What the callee throws by name is caught. */
  String caughtByItsType(int limit) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      check(buffer.capacity(), limit);
    } catch (IllegalStateException e) {
      pool.invalidateObject(buffer);
      return "";
    }
    String text = buffer.toString();
    pool.returnObject(buffer);
    return text;
  }

  private static void check(int capacity, int limit) {
    if (capacity > limit) {
      throw new IllegalStateException("buffer has grown beyond " + limit);
    }
  }

  /** An argument that is null is a programming error. */
  String argumentDemanded(String name) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    demand(name);
    String text = buffer.append(name).toString();
    pool.returnObject(buffer);
    return text;
  }

  private static void demand(String name) {
    if (name == null) {
      throw new IllegalArgumentException("no name");
    }
  }

  /** Nothing between can throw anything but a programming error. */
  int nothingToThrowInBetween(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    int length = buffer.append(line).length();
    pool.returnObject(buffer);
    return length;
  }

  String returnedInEveryBranch(String id) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    if (id.isEmpty()) {
      pool.returnObject(buffer);
      return "";
    }
    String line = buffer.append(id).toString();
    pool.returnObject(buffer);
    return line;
  }

  int oneEachTurn(List<String> lines) throws Exception {
    int written = 0;
    for (String line : lines) {
      StringBuilder buffer = pool.borrowObject();
      try {
        if (line.isBlank()) {
          continue;
        }
        written += buffer.append(line).length();
      } finally {
        pool.returnObject(buffer);
      }
    }
    return written;
  }

  void severalReturnedInALoop(int count, Consumer<List<StringBuilder>> use) throws Exception {
    List<StringBuilder> buffers = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        buffers.add(pool.borrowObject());
      }
      use.accept(buffers);
    } finally {
      for (StringBuilder buffer : buffers) {
        pool.returnObject(buffer);
      }
    }
  }

  <R> R templateMethod(Function<StringBuilder, R> use) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      return use.apply(buffer);
    } finally {
      buffer.setLength(0);
      pool.returnObject(buffer);
    }
  }

  String throughTheTemplate(String line) throws Exception {
    return templateMethod(buffer -> buffer.append(line).toString());
  }

  /** Borrow-and-return wrapper: whoever calls it gives the buffer back. */
  StringBuilder take() throws Exception {
    return pool.borrowObject();
  }

  String takenAndGivenBackByOtherClass(Appendable target) throws Exception {
    StringBuilder buffer = ReportBuffers.take(pool);
    try {
      target.append(buffer);
      return buffer.toString();
    } finally {
      ReportBuffers.giveBack(pool, buffer);
    }
  }

  AutoCloseable returnedByTheLambda() throws Exception {
    StringBuilder buffer = pool.borrowObject();
    return () -> pool.returnObject(buffer);
  }

  Lease lease() throws Exception {
    return new Lease(pool, pool.borrowObject());
  }

  String throughALease(String line) throws Exception {
    try (Lease lease = lease()) {
      return lease.buffer().append(line).toString();
    }
  }

  void givenBackByTheTask(Executor executor, Consumer<String> sink) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    executor.execute(
        () -> {
          try {
            sink.accept(buffer.toString());
          } finally {
            ReportBuffers.giveBack(pool, buffer);
          }
        });
  }

  void givenBackOnCompletion(CompletableFuture<String> source) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    source.whenComplete((text, failure) -> ReportBuffers.giveBack(pool, buffer));
  }

  void keyed(KeyedObjectPool<String, StringBuilder> tenants, String tenant, Appendable target)
      throws Exception {
    StringBuilder buffer = tenants.borrowObject(tenant);
    try {
      target.append(buffer);
    } finally {
      tenants.returnObject(tenant, buffer);
    }
  }

  String jedisInTryWithResources(String key) {
    try (Jedis jedis = redis.getResource()) {
      return jedis.get(key);
    }
  }

  String jedisClosedInFinally(String key) {
    Jedis jedis = redis.getResource();
    try {
      return jedis.get(key);
    } finally {
      jedis.close();
    }
  }

  String jedisReturnedTheOldWay(String key) {
    Jedis jedis = null;
    try {
      jedis = redis.getResource();
      return jedis.get(key);
    } finally {
      if (jedis != null) {
        redis.returnResource(jedis);
      }
    }
  }

  boolean connectionOfItsOwn(String host) {
    try (Jedis jedis = new Jedis(host, 6379, 2_000)) {
      return "PONG".equals(jedis.ping());
    }
  }

  /** Gives back in {@link #close()} what the constructor borrowed. */
  static final class Session implements AutoCloseable {
    private final JedisPool redis;
    private final Jedis jedis;

    Session(JedisPool redis) {
      this.redis = redis;
      this.jedis = redis.getResource();
    }

    String name() {
      return jedis.get("name") + redis.getNumActive();
    }

    @Override
    public void close() {
      jedis.close();
    }
  }

  /** A lease: closing it gives the buffer back. */
  record Lease(ObjectPool<StringBuilder> pool, StringBuilder buffer) implements AutoCloseable {
    @Override
    public void close() {
      ReportBuffers.giveBack(pool, buffer);
    }
  }

  /** Makes what the pool lends; making is no borrowing. */
  static final class Buffers extends BasePooledObjectFactory<StringBuilder> {
    @Override
    public StringBuilder create() {
      return new StringBuilder(256);
    }

    @Override
    public PooledObject<StringBuilder> wrap(StringBuilder buffer) {
      return new DefaultPooledObject<>(buffer);
    }

    @Override
    public void passivateObject(PooledObject<StringBuilder> pooled) {
      pooled.getObject().setLength(0);
    }
  }
}

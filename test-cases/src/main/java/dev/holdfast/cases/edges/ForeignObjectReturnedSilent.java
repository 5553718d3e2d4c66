package dev.holdfast.cases.edges;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.commons.pool2.KeyedObjectPool;
import org.apache.commons.pool2.ObjectPool;
import org.apache.commons.pool2.PoolUtils;
import org.apache.commons.pool2.PooledObjectFactory;
import org.apache.commons.pool2.impl.GenericObjectPool;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;

/** Objects that came from the pool, or of which nobody can tell. */
final class ForeignObjectReturnedSilent {
  private final ObjectPool<StringBuilder> pool;
  private final KeyedObjectPool<String, StringBuilder> keyed;
  private StringBuilder lent;

  ForeignObjectReturnedSilent(
      ObjectPool<StringBuilder> pool, KeyedObjectPool<String, StringBuilder> keyed) {
    this.pool = pool;
    this.keyed = keyed;
  }

  void sameField(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      buffer.append(line);
    } finally {
      pool.returnObject(buffer);
    }
  }

  void sameParameter(ObjectPool<Map<String, String>> rows) throws Exception {
    Map<String, String> row = rows.borrowObject();
    rows.returnObject(row);
  }

  void copiedToALocal(String line) throws Exception {
    ObjectPool<StringBuilder> same = pool;
    StringBuilder buffer = same.borrowObject();
    buffer.append(line);
    pool.returnObject(buffer);
  }

  void borrowedByTheCaller(StringBuilder buffer) throws Exception {
    pool.returnObject(buffer);
  }

  void borrowedEarlier() throws Exception {
    if (lent != null) {
      pool.returnObject(lent);
    }
    lent = pool.borrowObject();
  }

  void fallbackIsGivenBackToo(String line) throws Exception {
    StringBuilder buffer = line.isEmpty() ? new StringBuilder() : pool.borrowObject();
    pool.returnObject(buffer);
  }

  void byAWrapper(String line) throws Exception {
    StringBuilder buffer = ReportBuffers.take(pool);
    buffer.append(line);
    pool.returnObject(buffer);
  }

  void throughAView() throws Exception {
    KeyedObjectPool<String, StringBuilder> guarded = PoolUtils.synchronizedPool(keyed);
    StringBuilder buffer = guarded.borrowObject("orders");
    keyed.returnObject("orders", buffer);
  }

  void fluentResult(String line) throws Exception {
    pool.returnObject(pool.borrowObject().append(line));
  }

  void parameterMayBeTheField(ObjectPool<StringBuilder> other, String line) throws Exception {
    StringBuilder buffer = other.borrowObject();
    buffer.append(line);
    pool.returnObject(buffer);
  }

  Callable<Void> capturedParameterMayBeTheField(ObjectPool<StringBuilder> other) {
    return new Callable<>() {
      @Override
      public Void call() throws Exception {
        StringBuilder buffer = other.borrowObject();
        pool.returnObject(buffer);
        return null;
      }
    };
  }

  void oneOfTwoPools(ObjectPool<StringBuilder> left, ObjectPool<StringBuilder> right, boolean first)
      throws Exception {
    ObjectPool<StringBuilder> chosen = first ? left : right;
    StringBuilder buffer = chosen.borrowObject();
    chosen.returnObject(buffer);
  }

  void madeByASupplier(Supplier<StringBuilder> buffers) throws Exception {
    pool.returnObject(Objects.requireNonNull(buffers.get()));
  }

  void filledByThePool() throws Exception {
    pool.addObject();
  }

  void connection(JedisPool redis, String key) {
    Jedis jedis = redis.getResource();
    jedis.del(key);
    redis.returnResource(jedis);
  }

  void ownPool(FrameBuffers frames) {
    ByteBuffer frame = frames.take();
    frames.give(frame);
  }

  /** What is asked of others may be what they were lent. */
  static final class Desk {
    interface Tool {}

    interface Clerk {
      Tool handBack(String user);
    }

    private final GenericObjectPool<Tool> tools;
    private final Clerk clerk;

    Desk(Clerk clerk, PooledObjectFactory<Tool> factory) {
      this.clerk = clerk;
      this.tools = new GenericObjectPool<>(factory);
      this.tools.setMaxWait(Duration.ofSeconds(10));
    }

    Tool lend() throws Exception {
      return tools.borrowObject();
    }

    void takeBack(String user) {
      Tool tool = clerk.handBack(user);
      tools.returnObject(tool);
    }

    void close() {
      tools.close();
    }
  }

  /** The pool is somebody else's as well. */
  static final class Counter {
    private final ObjectPool<ByteBuffer> buffers;
    private final Supplier<ByteBuffer> others;

    Counter(ObjectPool<ByteBuffer> buffers, Supplier<ByteBuffer> others) {
      this.buffers = buffers;
      this.others = others;
    }

    void close() throws Exception {
      ByteBuffer buffer = others.get();
      buffers.returnObject(buffer);
    }
  }
}

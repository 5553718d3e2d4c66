package dev.holdfast.cases.edges;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.commons.pool2.KeyedObjectPool;
import org.apache.commons.pool2.ObjectPool;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;

/** Borrowed objects that some path loses: the pool runs dry one at a time. */
final class PooledObjectNotReturnedFlagged {
  private static final Logger LOG = Logger.getLogger("reports");

  private final ObjectPool<StringBuilder> pool;
  private final JedisPool redis;

  PooledObjectNotReturnedFlagged(ObjectPool<StringBuilder> pool, JedisPool redis) {
    this.pool = pool;
    this.redis = redis;
  }

  int neverReturned() throws Exception {
    StringBuilder buffer = pool.borrowObject(); // expect: PooledObjectNotReturned
    return buffer.capacity();
  }

  int neverEvenNamed() throws Exception {
    return pool.borrowObject().capacity(); // expect: PooledObjectNotReturned
  }

  String earlyReturn(String id) throws Exception {
    StringBuilder buffer = pool.borrowObject(); // expect: PooledObjectNotReturned
    if (id.isEmpty()) {
      return "";
    }
    String line = buffer.append(id).toString();
    pool.returnObject(buffer);
    return line;
  }

  void checkedExceptionInBetween(Appendable target) throws Exception {
    StringBuilder buffer = pool.borrowObject(); // expect: PooledObjectNotReturned
    target.append(buffer);
    pool.returnObject(buffer);
  }

  String userCodeInBetween(Function<StringBuilder, String> render) throws Exception {
    StringBuilder buffer = pool.borrowObject(); // expect: PooledObjectNotReturned
    String text = render.apply(buffer);
    pool.returnObject(buffer);
    return text;
  }

  String callableInBetween(Callable<String> source) throws Exception {
    StringBuilder buffer = pool.borrowObject(); // expect: PooledObjectNotReturned
    String text = buffer.append(source.call()).toString();
    pool.returnObject(buffer);
    return text;
  }

  String thrownBeforeTheReturn(int limit) throws Exception {
    StringBuilder buffer = pool.borrowObject(); // expect: PooledObjectNotReturned
    if (buffer.capacity() > limit) {
      throw new IllegalStateException("buffer has grown beyond " + limit);
    }
    String text = buffer.toString();
    pool.returnObject(buffer);
    return text;
  }

  String thrownPastTheCatch(int limit) throws Exception {
    StringBuilder buffer = pool.borrowObject(); // expect: PooledObjectNotReturned
    try {
      check(buffer.capacity(), limit);
    } catch (IllegalArgumentException e) {
      LOG.log(Level.FINE, "too short", e);
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

  String thrownThroughAFinally(int limit) throws Exception {
    StringBuilder buffer = pool.borrowObject(); // expect: PooledObjectNotReturned
    checkAndSay(buffer.capacity(), limit);
    String text = buffer.toString();
    pool.returnObject(buffer);
    return text;
  }

  private static void checkAndSay(int capacity, int limit) {
    try {
      if (capacity > limit) {
        throw new IllegalStateException("buffer has grown beyond " + limit);
      }
    } finally {
      LOG.fine("checked");
    }
  }

  void swallowedByTheCatch(Appendable target) throws Exception {
    StringBuilder buffer = pool.borrowObject(); // expect: PooledObjectNotReturned
    try {
      target.append(buffer);
      pool.returnObject(buffer);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "report not written", e);
    }
  }

  int onlyTheLastOneReturned(List<String> lines) throws Exception {
    StringBuilder buffer = pool.borrowObject(); // expect: PooledObjectNotReturned
    int written = 0;
    for (String line : lines) {
      written += buffer.append(line).length();
      buffer = pool.borrowObject(); // expect: PooledObjectNotReturned
    }
    pool.returnObject(buffer);
    return written;
  }

  int skippedByContinue(List<String> lines) throws Exception {
    int written = 0;
    for (String line : lines) {
      StringBuilder buffer = pool.borrowObject(); // expect: PooledObjectNotReturned
      if (line.isBlank()) {
        continue;
      }
      written += buffer.append(line).length();
      pool.returnObject(buffer);
    }
    return written;
  }

  String oneBranchOfTheSwitch(String format) throws Exception {
    StringBuilder buffer = pool.borrowObject(); // expect: PooledObjectNotReturned
    switch (format) {
      case "csv" -> buffer.append("id;amount");
      case "json" -> buffer.append("{}");
      default -> {
        return "unknown format";
      }
    }
    String text = buffer.toString();
    pool.returnObject(buffer);
    return text;
  }

  String invalidatedOnFailureOnly(Appendable target) throws Exception {
    StringBuilder buffer = pool.borrowObject(); // expect: PooledObjectNotReturned
    try {
      target.append(buffer);
    } catch (IOException e) {
      pool.invalidateObject(buffer);
      throw e;
    }
    return buffer.toString();
  }

  int takenByAHelper() throws Exception {
    StringBuilder buffer = ReportBuffers.take(pool); // expect: PooledObjectNotReturned
    return buffer.capacity();
  }

  String fluentAliasOnly() throws Exception {
    StringBuilder buffer = pool.borrowObject(); // expect: PooledObjectNotReturned
    StringBuilder same = ReportBuffers.header(buffer).append("sum;0");
    return same.toString();
  }

  int keyedNeverReturned(KeyedObjectPool<String, StringBuilder> tenants, String tenant)
      throws Exception {
    StringBuilder buffer = tenants.borrowObject(tenant); // expect: PooledObjectNotReturned
    return buffer.capacity();
  }

  String jedisNeverClosed(String key) {
    Jedis jedis = redis.getResource(); // expect: PooledObjectNotReturned
    return jedis.get(key);
  }

  String jedisClosedOnAHitOnly(String key) {
    Jedis jedis = redis.getResource(); // expect: PooledObjectNotReturned
    String value = jedis.get(key);
    if (value != null) {
      jedis.close();
    }
    return value;
  }

  String jedisLostBeforeItsTry(Callable<String> keys) throws Exception {
    Jedis jedis = redis.getResource(); // expect: PooledObjectNotReturned
    String key = keys.call();
    try (jedis) {
      return jedis.get(key);
    }
  }

  void returnedOnlyWhenFlagged(Appendable target, boolean reuse) throws Exception {
    StringBuilder buffer = null;
    try {
      buffer = pool.borrowObject(); // expect: PooledObjectNotReturned
      target.append(buffer);
    } finally {
      if (reuse && buffer != null) {
        pool.returnObject(buffer);
      }
    }
  }
}

package dev.holdfast.cases.edges;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.commons.pool2.KeyedObjectPool;
import org.apache.commons.pool2.ObjectPool;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;

/** Objects that go back once on each path, however many calls stand in the text. */
final class PooledObjectReturnedTwiceSilent {
  private final ObjectPool<StringBuilder> pool;

  PooledObjectReturnedTwiceSilent(ObjectPool<StringBuilder> pool) {
    this.pool = pool;
  }

  void invalidatedOrReturned(Appendable out, String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      out.append(buffer.append(line));
    } catch (IOException e) {
      pool.invalidateObject(buffer);
      throw e;
    }
    pool.returnObject(buffer);
  }

  void setToNullInTheHandler(Appendable out, String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      out.append(buffer.append(line));
    } catch (IOException e) {
      pool.invalidateObject(buffer);
      buffer = null;
      throw e;
    } finally {
      if (buffer != null) {
        pool.returnObject(buffer);
      }
    }
  }

  void aFlagTellsThePaths(Appendable out, String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    boolean broken = false;
    try {
      out.append(buffer.append(line));
    } catch (IOException e) {
      broken = true;
      pool.invalidateObject(buffer);
    } finally {
      if (!broken) {
        pool.returnObject(buffer);
      }
    }
  }

  void invalidatedWhenThePoolRefusesIt(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    buffer.append(line);
    try {
      pool.returnObject(buffer);
    } catch (Exception e) {
      pool.invalidateObject(buffer);
    }
  }

  void oneOnEachBranch(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    if (buffer.append(line).length() > 1_000) {
      pool.invalidateObject(buffer);
    } else {
      pool.returnObject(buffer);
    }
  }

  boolean earlyReturn(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    if (buffer.append(line).isEmpty()) {
      pool.returnObject(buffer);
      return false;
    }
    pool.returnObject(buffer);
    return true;
  }

  void borrowedAnew(String first, String second) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    buffer.append(first);
    pool.returnObject(buffer);
    buffer = pool.borrowObject();
    buffer.append(second);
    pool.returnObject(buffer);
  }

  void onePerTurn(List<String> lines) throws Exception {
    for (String line : lines) {
      StringBuilder buffer = pool.borrowObject();
      try {
        buffer.append(line);
      } finally {
        pool.returnObject(buffer);
      }
    }
  }

  void twoOfThem(String line) throws Exception {
    StringBuilder left = pool.borrowObject();
    try {
      StringBuilder right = pool.borrowObject();
      try {
        right.append(left.append(line));
      } finally {
        pool.returnObject(right);
      }
    } finally {
      pool.returnObject(left);
    }
  }

  void bySwitch(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    switch (buffer.append(line).length()) {
      case 0 -> pool.invalidateObject(buffer);
      default -> pool.returnObject(buffer);
    }
  }

  void closedAfterItsReturn(JedisPool redis, String key) {
    try (Jedis jedis = redis.getResource()) {
      jedis.del(key);
      redis.returnResource(jedis);
    }
  }

  void closedTwice(JedisPool redis, String key) {
    Jedis jedis = redis.getResource();
    try {
      jedis.del(key);
      jedis.close();
    } finally {
      jedis.close();
    }
  }

  void helperReturnsNothing(String line) {
    try {
      StringBuilder buffer = ReportBuffers.take(pool);
      try {
        buffer.append(line);
      } finally {
        ReportBuffers.giveBack(pool, buffer);
      }
    } catch (NoSuchElementException e) {
      throw new IllegalStateException("no buffer in time", e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  void differentKeys(KeyedObjectPool<String, StringBuilder> buffers) throws Exception {
    for (String key : List.of("orders", "customers")) {
      StringBuilder buffer = buffers.borrowObject(key);
      buffers.returnObject(key, buffer);
    }
  }

  void ownPool(FrameBuffers frames, byte[] content) {
    ByteBuffer frame = frames.take();
    try {
      frame.put(content);
    } finally {
      frames.give(frame);
    }
  }
}

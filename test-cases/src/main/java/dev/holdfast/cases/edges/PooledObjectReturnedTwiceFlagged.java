package dev.holdfast.cases.edges;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.commons.pool2.KeyedObjectPool;
import org.apache.commons.pool2.ObjectPool;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;

/** Objects given back twice: the pool lends them to two borrowers at once, or throws. */
final class PooledObjectReturnedTwiceFlagged {
  private final ObjectPool<StringBuilder> pool;

  PooledObjectReturnedTwiceFlagged(ObjectPool<StringBuilder> pool) {
    this.pool = pool;
  }

  void atTheEndAndInFinally(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      buffer.append(line);
      pool.returnObject(buffer);
    } finally {
      pool.returnObject(buffer); // expect: PooledObjectReturnedTwice
    }
  }

  void rightAfterEachOther(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    buffer.append(line);
    pool.returnObject(buffer);
    pool.returnObject(buffer); // expect: PooledObjectReturnedTwice
  }

  void returnedAndInvalidated(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    buffer.append(line);
    pool.returnObject(buffer);
    pool.invalidateObject(buffer); // expect: PooledObjectReturnedTwice
  }

  void invalidatedThenReturnedInFinally(Appendable out, String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      out.append(buffer.append(line));
    } catch (IOException e) {
      pool.invalidateObject(buffer);
      throw e;
    } finally {
      pool.returnObject(buffer); // expect: PooledObjectReturnedTwice
    }
  }

  void throughAnAlias(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    StringBuilder filled = buffer.append(line);
    pool.returnObject(filled);
    pool.returnObject(buffer); // expect: PooledObjectReturnedTwice
  }

  private void giveBack(StringBuilder buffer) throws Exception {
    pool.returnObject(buffer);
  }

  void byAHelperAndHere(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    buffer.append(line);
    giveBack(buffer);
    pool.returnObject(buffer); // expect: PooledObjectReturnedTwice
  }

  int onOneBranchAndAfterIt(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    int length = buffer.append(line).length();
    if (length == 0) {
      pool.returnObject(buffer);
    }
    pool.returnObject(buffer); // expect: PooledObjectReturnedTwice
    return length;
  }

  void inEveryTurn(List<String> lines) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    int left = lines.size();
    do {
      pool.returnObject(buffer); // expect: PooledObjectReturnedTwice
    } while (--left > 0);
  }

  void underTwoKeys(KeyedObjectPool<String, StringBuilder> buffers) throws Exception {
    StringBuilder buffer = buffers.borrowObject("orders");
    buffers.returnObject("orders", buffer);
    buffers.returnObject("customers", buffer); // expect: PooledObjectReturnedTwice
  }

  void connectionClosedAndReturned(JedisPool redis, String key) {
    Jedis jedis = redis.getResource();
    jedis.del(key);
    jedis.close();
    redis.returnResource(jedis); // expect: PooledObjectReturnedTwice
  }

  void ownPool(FrameBuffers frames) {
    ByteBuffer frame = frames.take();
    frames.give(frame);
    frames.give(frame); // expect: PooledObjectReturnedTwice
  }
}

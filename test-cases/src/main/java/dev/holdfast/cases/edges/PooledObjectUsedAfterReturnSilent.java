package dev.holdfast.cases.edges;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.pool2.KeyedObjectPool;
import org.apache.commons.pool2.ObjectPool;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;

/** What is used after the return is something else, or the return was on another path. */
final class PooledObjectUsedAfterReturnSilent {
  private final ObjectPool<StringBuilder> pool;
  private final JedisPool redis;

  PooledObjectUsedAfterReturnSilent(ObjectPool<StringBuilder> pool, JedisPool redis) {
    this.pool = pool;
    this.redis = redis;
  }

  String resultReadBeforeFinally(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      return buffer.append(line).toString();
    } finally {
      pool.returnObject(buffer);
    }
  }

  int copyUsedAfterwards(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    String text = buffer.append(line).toString();
    pool.returnObject(buffer);
    return text.length();
  }

  int mapCopyUsedAfterwards(ObjectPool<Map<String, Object>> maps) throws Exception {
    Map<String, Object> row = maps.borrowObject();
    row.put("id", 1);
    Map<String, Object> copy = new HashMap<>(row);
    maps.returnObject(row);
    return copy.size();
  }

  int borrowedAgain(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    buffer.append(line);
    pool.returnObject(buffer);
    buffer = pool.borrowObject();
    int length = buffer.length();
    pool.returnObject(buffer);
    return length;
  }

  int oneEachTurn(List<String> lines) throws Exception {
    int written = 0;
    for (String line : lines) {
      StringBuilder buffer = pool.borrowObject();
      try {
        written += buffer.append(line).length();
      } finally {
        pool.returnObject(buffer);
      }
    }
    return written;
  }

  String returnedOnTheOtherPath(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    if (line.isEmpty()) {
      pool.returnObject(buffer);
      return "";
    }
    String text = buffer.append(line).toString();
    pool.returnObject(buffer);
    return text;
  }

  void returnedWhereItFails(Appendable target) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      target.append(buffer);
    } catch (IOException e) {
      pool.returnObject(buffer);
      throw e;
    }
    buffer.setLength(0);
    pool.returnObject(buffer);
  }

  void breakRightAfterTheReturn(List<String> lines) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    for (String line : lines) {
      buffer.append(line);
      if (buffer.length() > 1_000) {
        break;
      }
    }
    pool.returnObject(buffer);
  }

  String switchWithReturns(int format) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    switch (format) {
      case 0 -> {
        pool.returnObject(buffer);
        return "";
      }
      case 1 -> buffer.append("id;amount");
      default -> buffer.append("{}");
    }
    String text = buffer.toString();
    pool.returnObject(buffer);
    return text;
  }

  int anotherOneStillHeld(String line) throws Exception {
    StringBuilder first = pool.borrowObject();
    try {
      StringBuilder second = pool.borrowObject();
      try {
        second.append(line);
      } finally {
        pool.returnObject(second);
      }
      return first.append(line).length();
    } finally {
      pool.returnObject(first);
    }
  }

  int poolAskedAfterwards(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    buffer.append(line);
    pool.returnObject(buffer);
    return pool.getNumActive();
  }

  boolean variableClearedAndTested(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    buffer.append(line);
    pool.returnObject(buffer);
    buffer = null;
    return buffer == null;
  }

  String flagTellsWhetherReturned(Appendable target) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    boolean returned = false;
    try {
      if (buffer.capacity() > 1_000_000) {
        returned = true;
        pool.invalidateObject(buffer);
        return "";
      }
      target.append(buffer);
      return buffer.toString();
    } finally {
      if (!returned) {
        pool.returnObject(buffer);
      }
    }
  }

  String readByAHelperFirst(String line) throws Exception {
    StringBuilder buffer = ReportBuffers.take(pool);
    String text = ReportBuffers.render(buffer.append(line));
    ReportBuffers.giveBack(pool, buffer);
    return text;
  }

  String keyed(KeyedObjectPool<String, StringBuilder> tenants, String tenant) throws Exception {
    StringBuilder buffer = tenants.borrowObject(tenant);
    try {
      return buffer.append(tenant).toString();
    } finally {
      buffer.setLength(0);
      tenants.returnObject(tenant, buffer);
    }
  }

  String jedisUsedInsideItsTry(String key) {
    String value;
    try (Jedis jedis = redis.getResource()) {
      value = jedis.get(key);
    }
    return value == null ? key : value;
  }

  /** What a pipeline promised is there once it has synced; the connection is not touched again. */
  long pipelinedResultReadAfterwards(String key) {
    Response<Long> hits;
    try (Jedis jedis = redis.getResource();
        Pipeline pipeline = jedis.pipelined()) {
      hits = pipeline.incr(key);
      pipeline.sync();
    }
    return hits.get();
  }
}

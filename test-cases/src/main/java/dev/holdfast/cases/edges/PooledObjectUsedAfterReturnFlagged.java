package dev.holdfast.cases.edges;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.pool2.KeyedObjectPool;
import org.apache.commons.pool2.ObjectPool;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;

/** Objects used when another thread may already have borrowed them. */
final class PooledObjectUsedAfterReturnFlagged {
  private final ObjectPool<StringBuilder> pool;
  private final JedisPool redis;

  PooledObjectUsedAfterReturnFlagged(ObjectPool<StringBuilder> pool, JedisPool redis) {
    this.pool = pool;
    this.redis = redis;
  }

  int readAfterFinally(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      buffer.append(line);
    } finally {
      pool.returnObject(buffer);
    }
    return buffer.length(); // expect: PooledObjectUsedAfterReturn
  }

  String rightAfterTheReturn(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    buffer.append(line);
    pool.returnObject(buffer);
    return buffer.toString(); // expect: PooledObjectUsedAfterReturn
  }

  int throughAnAlias(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    StringBuilder same = buffer;
    same.append(line);
    pool.returnObject(buffer);
    return same.length(); // expect: PooledObjectUsedAfterReturn
  }

  int throughAFluentAlias(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    StringBuilder filled = buffer.append(line);
    pool.returnObject(buffer);
    return filled.length(); // expect: PooledObjectUsedAfterReturn
  }

  int throughAView(ObjectPool<Map<String, Object>> maps) throws Exception {
    Map<String, Object> row = maps.borrowObject();
    row.put("id", 1);
    Set<String> columns = row.keySet();
    maps.returnObject(row);
    return columns.size(); // expect: PooledObjectUsedAfterReturn
  }

  String returnedByAHelper(String line) throws Exception {
    StringBuilder buffer = ReportBuffers.take(pool);
    buffer.append(line);
    ReportBuffers.giveBack(pool, buffer);
    return buffer.toString(); // expect: PooledObjectUsedAfterReturn
  }

  String readByAHelper(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    buffer.append(line);
    pool.returnObject(buffer);
    return ReportBuffers.render(buffer); // expect: PooledObjectUsedAfterReturn
  }

  void passedOnAsAnArgument(StringBuilder report, String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    buffer.append(line);
    pool.returnObject(buffer);
    report.append(buffer); // expect: PooledObjectUsedAfterReturn
  }

  String returnedThroughALambda(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    Consumer<StringBuilder> giveBack = same -> ReportBuffers.giveBack(pool, same);
    buffer.append(line);
    giveBack.accept(buffer);
    return buffer.toString(); // expect: PooledObjectUsedAfterReturn
  }

  void returnedInTheFirstTurn(List<String> lines) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    boolean returned = false;
    for (String line : lines) {
      buffer.append(line); // expect: PooledObjectUsedAfterReturn
      if (!returned) {
        pool.returnObject(buffer);
        returned = true;
      }
    }
    if (!returned) {
      pool.returnObject(buffer);
    }
  }

  int usedAfterInvalidation(Appendable target) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      target.append(buffer);
    } catch (IOException e) {
      pool.invalidateObject(buffer);
      return buffer.length(); // expect: PooledObjectUsedAfterReturn
    }
    pool.returnObject(buffer);
    return 0;
  }

  String forgottenReturnStatement(String line) throws Exception {
    boolean empty = line.isEmpty();
    StringBuilder buffer = pool.borrowObject();
    if (empty) {
      pool.returnObject(buffer);
    }
    String text = buffer.append(line).toString(); // expect: PooledObjectUsedAfterReturn
    if (!empty) {
      pool.returnObject(buffer);
    }
    return text;
  }

  String resetTooLate(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    String text = buffer.append(line).toString();
    pool.returnObject(buffer);
    buffer.setLength(0); // expect: PooledObjectUsedAfterReturn
    return text;
  }

  int keyed(KeyedObjectPool<String, StringBuilder> tenants, String tenant) throws Exception {
    StringBuilder buffer = tenants.borrowObject(tenant);
    tenants.returnObject(tenant, buffer);
    return buffer.capacity(); // expect: PooledObjectUsedAfterReturn
  }

  long jedisAfterItsTry(String key) {
    Jedis jedis = redis.getResource();
    try (jedis) {
      jedis.incr(key);
    }
    return jedis.ttl(key); // expect: PooledObjectUsedAfterReturn
  }

  String jedisAfterClose(String key) {
    Jedis jedis = redis.getResource();
    String value = jedis.get(key);
    jedis.close();
    return value == null ? jedis.get("default") : value; // expect: PooledObjectUsedAfterReturn
  }

  String nestedFinallyComesFirst(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      try {
        buffer.append(line);
      } finally {
        pool.returnObject(buffer);
      }
    } finally {
      buffer.setLength(0); // expect: PooledObjectUsedAfterReturn
    }
    return line;
  }
}

package dev.holdfast.cases.edges;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.pool2.ObjectPool;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;

/** What leaves is a copy, or nothing is given back yet, or nothing outlives the borrowing. */
final class PooledObjectEscapesSilent {
  private final ObjectPool<StringBuilder> pool;
  private final ObjectPool<Map<String, Object>> maps;
  private final List<String> history = new ArrayList<>();
  private final Map<String, Cell> cells = new TreeMap<>();
  private String last = "";
  private StringBuilder current;

  PooledObjectEscapesSilent(ObjectPool<StringBuilder> pool, ObjectPool<Map<String, Object>> maps) {
    this.pool = pool;
    this.maps = maps;
  }

  String stringReturned(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      return buffer.append(line).toString();
    } finally {
      pool.returnObject(buffer);
    }
  }

  char primitiveReturned() throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      return buffer.charAt(0);
    } finally {
      pool.returnObject(buffer);
    }
  }

  StringBuilder freshBuilderReturned(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      buffer.append(line);
      return new StringBuilder(buffer);
    } finally {
      pool.returnObject(buffer);
    }
  }

  Map<String, Object> immutableCopyReturned() throws Exception {
    Map<String, Object> row = maps.borrowObject();
    try {
      row.put("id", 1);
      return Map.copyOf(row);
    } finally {
      maps.returnObject(row);
    }
  }

  Map<String, Object> sortedCopyReturned() throws Exception {
    Map<String, Object> row = maps.borrowObject();
    try {
      row.put("id", 1);
      return new TreeMap<>(row);
    } finally {
      maps.returnObject(row);
    }
  }

  List<String> keysCollected() throws Exception {
    Map<String, Object> row = maps.borrowObject();
    try {
      row.put("id", 1);
      return row.keySet().stream().sorted().toList();
    } finally {
      maps.returnObject(row);
    }
  }

  Optional<String> copyInsideAnOptional(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      return Optional.of(buffer.append(line).toString());
    } finally {
      pool.returnObject(buffer);
    }
  }

  void copyKeptInFields(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      last = buffer.append(line).toString();
      history.add(last);
    } finally {
      pool.returnObject(buffer);
    }
  }

  /** Borrow-and-return wrapper: nothing is given back here, the caller is judged. */
  StringBuilder borrowedForTheCaller(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    buffer.append(line);
    return buffer;
  }

  <R> R passedToACallback(Function<StringBuilder, R> use) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      return use.apply(buffer);
    } finally {
      pool.returnObject(buffer);
    }
  }

  void capturedByALambdaRunHere(List<String> lines) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      lines.forEach(line -> buffer.append(line));
      lines.forEach(buffer::append);
    } finally {
      pool.returnObject(buffer);
    }
  }

  int localRunnable(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      Runnable append = () -> buffer.append(line);
      append.run();
      append.run();
      return buffer.length();
    } finally {
      pool.returnObject(buffer);
    }
  }

  int localCollectionAndArray(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      List<StringBuilder> columns = new ArrayList<>();
      columns.add(buffer);
      StringBuilder[] cells = {buffer};
      cells[0].append(line);
      return columns.get(0).length();
    } finally {
      pool.returnObject(buffer);
    }
  }

  int localRecord(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      Cell cell = new Cell(line, buffer);
      return cell.text().append(cell.name()).length();
    } finally {
      pool.returnObject(buffer);
    }
  }

  String readByAHelper(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      buffer.append(line);
      return ReportBuffers.render(buffer);
    } finally {
      pool.returnObject(buffer);
    }
  }

  /** In the field only while it is borrowed. */
  void fieldClearedBeforeTheReturn(Consumer<String> sink) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      current = buffer;
      header();
      sink.accept(buffer.toString());
    } finally {
      current = null;
      pool.returnObject(buffer);
    }
  }

  /** The task owns it from here on and gives it back itself. */
  void handedToATaskThatReturnsIt(Executor executor, Consumer<String> sink) throws Exception {
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

  void borrowedInsideTheTask(Executor executor, Consumer<String> sink) {
    executor.execute(
        () -> {
          try {
            sink.accept(stringReturned("task"));
          } catch (Exception e) {
            sink.accept("");
          }
        });
  }

  /** The caller's own object: whoever borrowed it is judged. */
  void parameterKept(StringBuilder buffer) {
    current = buffer;
  }

  /** What a borrowed object makes is not the borrowed object. */
  String valueOfAJedisReturned(JedisPool redis, String key) {
    try (Jedis jedis = redis.getResource()) {
      return jedis.get(key);
    }
  }

  Cursor leaseReturned(JedisPool redis) {
    return new Cursor(redis.getResource());
  }

  void whatItSaidIsKept(JedisPool redis) {
    try (Jedis jedis = redis.getResource()) {
      learn(jedis);
    }
  }

  private void learn(Jedis jedis) {
    List<Object> rows = rowsOf(jedis);
    for (Object row : rows) {
      Cell cell = cellOf(row);
      cells.put(cell.name(), cell);
    }
  }

  private List<Object> rowsOf(Jedis jedis) {
    return jedis.roleBinary();
  }

  private Cell cellOf(Object row) {
    return new Cell(row.toString(), new StringBuilder());
  }

  private void header() {
    current.append("id;amount\n");
  }

  record Cell(String name, StringBuilder text) {}

  /** A lease: its close gives the connection back. */
  static final class Cursor implements AutoCloseable {
    private final Jedis jedis;

    Cursor(Jedis jedis) {
      this.jedis = jedis;
    }

    String next() {
      return jedis.lpop("queue");
    }

    @Override
    public void close() {
      jedis.close();
    }
  }
}

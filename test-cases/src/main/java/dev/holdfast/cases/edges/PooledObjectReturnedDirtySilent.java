package dev.holdfast.cases.edges;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.ObjectPool;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;

/** Cleaned somewhere, or nothing that anybody could find. */
final class PooledObjectReturnedDirtySilent {
  private static final Deque<Map<String, String>> MAPS = new ArrayDeque<>();
  private final Queue<StringBuilder> builders = new ConcurrentLinkedQueue<>();
  private final Deque<List<String>> lists = new ArrayDeque<>();
  private final Deque<ByteArrayOutputStream> streams = new ArrayDeque<>();
  private final Deque<byte[]> chunks = new ArrayDeque<>();
  private final ObjectPool<StringBuilder> lines;
  private final FrameBuffers frames = new FrameBuffers();

  PooledObjectReturnedDirtySilent() {
    GenericObjectPoolConfig<StringBuilder> config = new GenericObjectPoolConfig<>();
    config.setMaxWait(Duration.ofSeconds(1));
    lines = new GenericObjectPool<>(new CleanLines(), config);
  }

  void close() {
    lines.close();
  }

  /** Empties what comes back. */
  private static final class CleanLines extends BasePooledObjectFactory<StringBuilder> {
    @Override
    public StringBuilder create() {
      return new StringBuilder(256);
    }

    @Override
    public PooledObject<StringBuilder> wrap(StringBuilder builder) {
      return new DefaultPooledObject<>(builder);
    }

    @Override
    public void passivateObject(PooledObject<StringBuilder> pooled) {
      pooled.getObject().setLength(0);
    }
  }

  static String clearedBeforeItGoesBack(String key, String value) {
    Map<String, String> row = MAPS.isEmpty() ? new HashMap<>(64) : MAPS.pop();
    row.put(key, value);
    String text = row.toString();
    row.clear();
    MAPS.push(row);
    return text;
  }

  String clearedWhenTaken(String name) {
    StringBuilder line = builders.poll();
    if (line == null) {
      line = new StringBuilder();
    }
    line.setLength(0);
    String text = line.append("hello ").append(name).toString();
    builders.offer(line);
    return text;
  }

  int clearedInFinally(List<String> rows) {
    List<String> page = lists.poll();
    if (page == null) {
      page = new ArrayList<>();
    }
    try {
      page.addAll(rows);
      page.add("end");
      return page.size();
    } finally {
      page.clear();
      lists.push(page);
    }
  }

  byte[] streamReset(byte[] head) throws IOException {
    ByteArrayOutputStream out = streams.isEmpty() ? new ByteArrayOutputStream() : streams.pop();
    out.write(head);
    byte[] all = out.toByteArray();
    out.reset();
    streams.push(out);
    return all;
  }

  String factoryCleans(String line) throws Exception {
    StringBuilder buffer = lines.borrowObject();
    try {
      return buffer.append(line).toString();
    } finally {
      lines.returnObject(buffer);
    }
  }

  int ownPoolCleans(byte[] bytes) {
    ByteBuffer frame = frames.take();
    try {
      frame.put(bytes);
      return frame.position();
    } finally {
      frames.give(frame);
    }
  }

  String poolOutOfSight(ObjectPool<StringBuilder> pool, String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      return buffer.append(line).toString();
    } finally {
      pool.returnObject(buffer);
    }
  }

  <R> R templateThatClears(ObjectPool<StringBuilder> pool, Function<StringBuilder, R> use)
      throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      return use.apply(buffer);
    } finally {
      buffer.setLength(0);
      pool.returnObject(buffer);
    }
  }

  /** Bytes are overwritten by whoever reads into them. */
  int primitiveArray(byte[] from) {
    byte[] chunk = chunks.isEmpty() ? new byte[4096] : chunks.pop();
    int length = Math.min(from.length, chunk.length);
    System.arraycopy(from, 0, chunk, 0, length);
    chunks.push(chunk);
    return length;
  }

  int onlyRead() {
    List<String> page = lists.isEmpty() ? new ArrayList<>() : lists.pop();
    int size = page.size();
    lists.push(page);
    return size;
  }

  int entryTakenOutAgain(String key, String value) {
    Map<String, String> row = MAPS.isEmpty() ? new HashMap<>() : MAPS.pop();
    row.put(key, value);
    int size = row.size();
    row.remove(key);
    MAPS.push(row);
    return size;
  }

  int clearedByAHelper(String name) {
    List<String> page = lists.isEmpty() ? new ArrayList<>() : lists.pop();
    page.add(name);
    int size = page.size();
    wipe(page);
    lists.push(page);
    return size;
  }

  private static void wipe(List<String> page) {
    page.clear();
  }

  /** A queue of work, not a pool: the path goes on where it was left. */
  private final Deque<List<String>> open = new ArrayDeque<>();

  void worklist(List<String> names) {
    List<String> path = open.poll();
    if (path != null && path.size() < names.size()) {
      path.add(names.get(path.size()));
      open.add(path);
    }
  }

  void brokenOneIsInvalidated(ObjectPool<StringBuilder> pool, Consumer<StringBuilder> report)
      throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      report.accept(buffer);
    } catch (RuntimeException e) {
      pool.invalidateObject(buffer);
      return;
    }
    pool.returnObject(buffer);
  }

  void exceptionGoesOn(ObjectPool<StringBuilder> pool, Consumer<StringBuilder> report)
      throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      report.accept(buffer);
    } catch (RuntimeException e) {
      throw new IllegalStateException("report failed", e);
    } finally {
      pool.returnObject(buffer);
    }
  }

  String takenAndClearedByMethods(String name) {
    StringBuilder line = obtain();
    line.append(name).append('!');
    String text = line.toString();
    release(line);
    return text;
  }

  private final Deque<StringBuilder> spare = new ArrayDeque<>();

  private StringBuilder obtain() {
    StringBuilder line = spare.poll();
    return line != null ? line : new StringBuilder();
  }

  private void release(StringBuilder line) {
    line.setLength(0);
    spare.push(line);
  }
}

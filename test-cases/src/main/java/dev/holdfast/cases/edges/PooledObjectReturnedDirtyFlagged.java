package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Borrows;
import dev.holdfast.annotations.Returns;
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
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.ObjectPool;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;

/** What one request wrote, the next one finds. */
final class PooledObjectReturnedDirtyFlagged {
  private static final Deque<Map<String, String>> MAPS = new ArrayDeque<>();
  private final Queue<StringBuilder> builders = new ConcurrentLinkedQueue<>();
  private final Deque<List<String>> lists = new ArrayDeque<>();
  private final Deque<ByteArrayOutputStream> streams = new ArrayDeque<>();
  private final ObjectPool<StringBuilder> lines;
  private final Pages pages = new Pages();

  PooledObjectReturnedDirtyFlagged() {
    GenericObjectPoolConfig<StringBuilder> config = new GenericObjectPoolConfig<>();
    config.setMaxWait(Duration.ofSeconds(1));
    lines = new GenericObjectPool<>(new Lines(), config);
  }

  void close() {
    lines.close();
  }

  /** Makes builders and leaves them alone from then on. */
  private static final class Lines extends BasePooledObjectFactory<StringBuilder> {
    @Override
    public StringBuilder create() {
      return new StringBuilder(256);
    }

    @Override
    public PooledObject<StringBuilder> wrap(StringBuilder builder) {
      return new DefaultPooledObject<>(builder);
    }
  }

  /** A team's own pool, which forgets to clear. */
  private static final class Pages {
    private final Deque<List<String>> free = new ArrayDeque<>();

    @Borrows
    List<String> take() {
      List<String> page = free.poll();
      return page == null ? new ArrayList<>() : page;
    }

    void give(@Returns List<String> page) {
      free.push(page);
    }
  }

  static String mapOfAStaticPool(String key, String value) {
    Map<String, String> row = MAPS.isEmpty() ? new HashMap<>(64) : MAPS.pop();
    row.put(key, value);
    String text = row.toString();
    MAPS.push(row); // expect: PooledObjectReturnedDirty
    return text;
  }

  String builderOfAQueue(String name) {
    StringBuilder line = builders.poll();
    if (line == null) {
      line = new StringBuilder();
    }
    line.append("hello ").append(name);
    String text = line.toString();
    builders.offer(line); // expect: PooledObjectReturnedDirty
    return text;
  }

  int listInFinally(List<String> rows) {
    List<String> page = lists.poll();
    if (page == null) {
      page = new ArrayList<>();
    }
    try {
      page.addAll(rows);
      for (String row : rows) {
        page.add(row.strip());
      }
      return page.size();
    } finally {
      lists.push(page); // expect: PooledObjectReturnedDirty
    }
  }

  byte[] streamWrittenTo(byte[] head, byte[] body) throws IOException {
    ByteArrayOutputStream out = streams.isEmpty() ? new ByteArrayOutputStream() : streams.pop();
    out.write(head);
    out.write(body);
    byte[] all = out.toByteArray();
    streams.push(out); // expect: PooledObjectReturnedDirty
    return all;
  }

  String factoryInView(String line) throws Exception {
    StringBuilder buffer = lines.borrowObject();
    try {
      return buffer.append(line).toString();
    } finally {
      lines.returnObject(buffer); // expect: PooledObjectReturnedDirty
    }
  }

  int filledByAHelper(String text) {
    List<String> page = pages.take();
    try {
      split(text, page);
      return page.size();
    } finally {
      pages.give(page); // expect: PooledObjectReturnedDirty
    }
  }

  private static void split(String text, List<String> page) {
    for (String word : text.split(" ")) {
      page.add(word);
    }
  }

  int filledInALambda(List<String> words) {
    List<String> page = pages.take();
    try {
      words.forEach(word -> page.add(word.strip()));
      return page.size();
    } finally {
      pages.give(page); // expect: PooledObjectReturnedDirty
    }
  }

  String filledThroughAnAlias(String name) {
    List<String> page = pages.take();
    List<String> same = page;
    same.add(name);
    String text = page.toString();
    pages.give(page); // expect: PooledObjectReturnedDirty
    return text;
  }

  String takenAndPutBackByMethods(String name) {
    StringBuilder line = obtain();
    line.append(name).append('!');
    String text = line.toString();
    release(line); // expect: PooledObjectReturnedDirty
    return text;
  }

  private final Deque<StringBuilder> spare = new ArrayDeque<>();

  private StringBuilder obtain() {
    StringBuilder line = spare.poll();
    return line != null ? line : new StringBuilder();
  }

  private void release(StringBuilder line) {
    if (spare.size() < 16) {
      spare.push(line);
    }
  }

  int onOneBranchOnly(String name, boolean greet) {
    List<String> page = pages.take();
    if (greet) {
      page.add(name);
    }
    int size = page.size();
    pages.give(page); // expect: PooledObjectReturnedDirty
    return size;
  }

  /** The map is emptied only where nothing goes wrong. */
  int notClearedWhenItFails(Map<String, String> settings) throws IOException {
    List<String> page = pages.take();
    try {
      page.add(settings.get("name"));
      check(settings);
      page.clear();
      return settings.size();
    } finally {
      pages.give(page); // possible: PooledObjectReturnedDirty
    }
  }

  private static void check(Map<String, String> settings) throws IOException {
    if (settings.size() > 100) {
      throw new IOException("too many settings");
    }
  }

  /** Nobody knows in which state the exception left it. */
  void exceptionSwallowed(ObjectPool<StringBuilder> pool, Consumer<StringBuilder> report)
      throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      report.accept(buffer);
    } catch (RuntimeException e) {
      System.err.println(e);
    } finally {
      pool.returnObject(buffer); // possible: PooledObjectReturnedDirty
    }
  }

  /** A connection whose command failed half way. */
  interface Wire {
    String send(String command) throws IOException;
  }

  String brokenConnection(ObjectPool<Wire> wires, String command) throws Exception {
    Wire wire = wires.borrowObject();
    String answer = null;
    try {
      answer = wire.send(command);
    } catch (IOException e) {
      System.err.println("no answer: " + e);
    }
    wires.returnObject(wire); // possible: PooledObjectReturnedDirty
    return answer;
  }

  private final Deque<ByteBuffer> frames = new ArrayDeque<>();

  int bufferNotReset(byte[] bytes) {
    ByteBuffer frame = frames.isEmpty() ? ByteBuffer.allocate(8192) : frames.pop();
    frame.put(bytes);
    int written = frame.position();
    frames.push(frame); // expect: PooledObjectReturnedDirty
    return written;
  }
}

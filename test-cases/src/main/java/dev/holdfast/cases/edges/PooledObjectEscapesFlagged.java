package dev.holdfast.cases.edges;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.commons.pool2.ObjectPool;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;

/** Borrowed objects that somebody can still reach when the next borrower has them. */
final class PooledObjectEscapesFlagged {
  private static final Map<String, Jedis> SESSIONS = new ConcurrentHashMap<>();
  private static StringBuilder last;

  private final ObjectPool<StringBuilder> pool;
  private final List<StringBuilder> history = new ArrayList<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private final StringBuilder[] slots = new StringBuilder[8];
  private final AtomicReference<StringBuilder> current = new AtomicReference<>();
  private final List<Session> sessions = new ArrayList<>();
  private StringBuilder draft;

  PooledObjectEscapesFlagged(ObjectPool<StringBuilder> pool) {
    this.pool = pool;
  }

  StringBuilder returnedAndGivenBack(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      buffer.append(line);
      return buffer; // expect: PooledObjectEscapes
    } finally {
      pool.returnObject(buffer);
    }
  }

  StringBuilder fluentResultReturned(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      return buffer.append(line); // expect: PooledObjectEscapes
    } finally {
      pool.returnObject(buffer);
    }
  }

  CharSequence returnedThroughAnAlias(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    CharSequence text = buffer.append(line);
    pool.returnObject(buffer);
    return text; // expect: PooledObjectEscapes
  }

  void keptInAField(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      buffer.append(line);
      draft = buffer; // expect: PooledObjectEscapes
    } finally {
      pool.returnObject(buffer);
    }
  }

  void keptInAStaticField(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      last = buffer.append(line); // expect: PooledObjectEscapes
    } finally {
      pool.returnObject(buffer);
    }
  }

  void addedToACollection(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      buffer.append(line);
      history.add(buffer); // expect: PooledObjectEscapes
    } finally {
      pool.returnObject(buffer);
    }
  }

  void addedToACallersCollection(String line, Collection<? super StringBuilder> target)
      throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      buffer.append(line);
      target.add(buffer); // expect: PooledObjectEscapes
    } finally {
      pool.returnObject(buffer);
    }
  }

  void storedInAnArray(int slot, String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      slots[slot] = buffer.append(line); // expect: PooledObjectEscapes
    } finally {
      pool.returnObject(buffer);
    }
  }

  void setInAReference(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      buffer.append(line);
      current.set(buffer); // expect: PooledObjectEscapes
    } finally {
      pool.returnObject(buffer);
    }
  }

  void rememberedByAHelper(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      buffer.append(line);
      remember(buffer); // expect: PooledObjectEscapes
    } finally {
      pool.returnObject(buffer);
    }
  }

  void capturedByATask(ExecutorService executor, String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      executor.execute(() -> buffer.append(line)); // expect: PooledObjectEscapes
    } finally {
      pool.returnObject(buffer);
    }
  }

  void capturedByAThread(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      new Thread(() -> buffer.append(line)).start(); // expect: PooledObjectEscapes
    } finally {
      pool.returnObject(buffer);
    }
  }

  CompletableFuture<String> capturedByAFuture(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      buffer.append(line);
      return CompletableFuture.supplyAsync(buffer::toString); // expect: PooledObjectEscapes
    } finally {
      pool.returnObject(buffer);
    }
  }

  Supplier<String> capturedByTheReturnedLambda(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      buffer.append(line);
      return () -> buffer.toString(); // expect: PooledObjectEscapes
    } finally {
      pool.returnObject(buffer);
    }
  }

  void capturedByAListener(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      listeners.add(() -> buffer.append(line)); // expect: PooledObjectEscapes
    } finally {
      pool.returnObject(buffer);
    }
  }

  Report returnedInsideARecord(String line) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      return new Report(line, buffer.append(line)); // expect: PooledObjectEscapes
    } finally {
      pool.returnObject(buffer);
    }
  }

  Set<Map.Entry<String, Object>> viewOfItsEntries(ObjectPool<Map<String, Object>> maps)
      throws Exception {
    Map<String, Object> row = maps.borrowObject();
    try {
      row.put("id", 1);
      return row.entrySet(); // expect: PooledObjectEscapes
    } finally {
      maps.returnObject(row);
    }
  }

  Map<String, Object> unmodifiableView(ObjectPool<Map<String, Object>> maps) throws Exception {
    Map<String, Object> row = maps.borrowObject();
    try {
      row.put("id", 1);
      return Collections.unmodifiableMap(row); // expect: PooledObjectEscapes
    } finally {
      maps.returnObject(row);
    }
  }

  Jedis returnedFromTryWithResources(JedisPool redis) {
    try (Jedis jedis = redis.getResource()) {
      jedis.select(1);
      return jedis; // expect: PooledObjectEscapes
    }
  }

  /** Nobody gives back what lies in the map. */
  void keptInAHolder(JedisPool redis) {
    try (Jedis jedis = redis.getResource()) {
      remember(jedis); // expect: PooledObjectEscapes
    }
  }

  private void remember(Jedis jedis) {
    Session session = new Session(jedis);
    sessions.add(session);
  }

  record Session(Jedis jedis) {}

  void keptForGood(JedisPool redis, String session) {
    Jedis jedis = redis.getResource();
    SESSIONS.put(session, jedis); // expect: PooledObjectEscapes, EverGrowingMap
  }

  String lastDraft() {
    return draft + "/" + last + "/" + current.get() + "/" + slots.length + "/" + listeners.size();
  }

  private void remember(StringBuilder buffer) {
    history.add(buffer);
  }

  record Report(String title, StringBuilder body) {}
}

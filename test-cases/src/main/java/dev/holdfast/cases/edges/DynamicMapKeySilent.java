package dev.holdfast.cases.edges;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Keys are put together, and there are few of them, or they go again. */
final class DynamicMapKeySilent {
  private static final Map<String, Long> BY_KIND = new ConcurrentHashMap<>();
  private static final Map<String, Thread> RUNNING = new ConcurrentHashMap<>();
  private static final Map<String, String> LIMITED = new ConcurrentHashMap<>();
  private static final Map<String, String> TITLES = new HashMap<>();
  private static final Map<String, String> TABLES = new ConcurrentHashMap<>();
  private static final Map<String, String> LABELS = new HashMap<>();

  static {
    for (int i = 0; i < 12; i++) {
      LABELS.put("month." + i, "M" + i);
    }
  }

  private DynamicMapKeySilent() {}

  /** As many keys as constants. */
  static void count(TimeUnit unit, boolean ok) {
    BY_KIND.merge(unit + "." + ok, 1L, Long::sum);
  }

  /** The key goes when the work is done, however it ends. */
  static void with(long order, Runnable work) {
    String key = "order-" + order;
    if (RUNNING.putIfAbsent(key, Thread.currentThread()) != null) {
      throw new IllegalStateException(key + " is being worked on");
    }
    try {
      work.run();
    } finally {
      RUNNING.remove(key);
    }
  }

  /** Only while there is room. */
  static void limited(String user, int page) {
    if (LIMITED.size() < 1_000) {
      LIMITED.put(user + page, "seen");
    }
  }

  /** A map of this method. */
  static Map<String, Integer> index(List<String> names) {
    Map<String, Integer> index = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      index.put("name_" + i + names.get(i), i);
    }
    return index;
  }

  /** The key has no part that varies. */
  static synchronized void title(String text) {
    String prefix = "page.";
    TITLES.put(prefix + "title", text);
  }

  /** As many as there are classes. */
  static String table(Class<?> type) {
    return TABLES.computeIfAbsent("t_" + type.getSimpleName(), key -> key);
  }

  /** A private method that is only told constants. */
  static void started() {
    state("start");
  }

  static void stopped() {
    state("stop");
  }

  private static void state(String name) {
    TITLES.put("state." + name, "seen");
  }

  /** A concatenated value under a fixed key. */
  static synchronized void last(String user, long at) {
    TITLES.put("last", user + "@" + at);
  }

  /** Keys of an object that is one of many. */
  static final class Form {
    private final Map<String, String> errors = new HashMap<>();

    void error(String field, int row, String text) {
      errors.put(field + "[" + row + "]", text);
    }

    Map<String, String> errors() {
      return errors;
    }
  }

  /** Emptied at the end of each day. */
  static final class Daily {
    private static final List<Runnable> EVENINGS = new ArrayList<>();
    private static final Map<String, Long> VISITS = new ConcurrentHashMap<>();

    private Daily() {}

    static void visit(String user, String page) {
      VISITS.merge(user + page, 1L, Long::sum);
    }

    static {
      EVENINGS.add(VISITS::clear);
    }
  }

  static String label(int month) {
    return LABELS.get("month." + month);
  }

  /** Looks up with such a key, and puts nothing in. */
  static Object find(String user, int page) {
    return LIMITED.get(user + page);
  }
}

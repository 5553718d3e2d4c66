package dev.holdfast.cases.edges;

import static dev.holdfast.annotations.Scope.PROCESS;
import static dev.holdfast.annotations.Scope.START;

import dev.holdfast.annotations.Lives;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Collections that live as long as the process and stay as small as they are. */
final class EverGrowingMapSilent {
  private EverGrowingMapSilent() {}

  /** The eldest entry goes. */
  static final class Recent {
    private static final Map<Integer, String> LAST =
        Collections.synchronizedMap(
            new LinkedHashMap<>() {
              private static final long serialVersionUID = 1;

              @Override
              protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
                return size() > 100;
              }
            });

    private Recent() {}

    static void seen(int id, String what) {
      LAST.put(id, what);
    }
  }

  /** Filled once. */
  static final class Codes {
    private static final Map<String, Integer> BY_NAME = new HashMap<>();

    static {
      BY_NAME.put("ok", 200);
      fill("gone", 410);
    }

    private Codes() {}

    private static void fill(String name, int code) {
      BY_NAME.put(name, code);
    }

    static Integer code(String name) {
      return BY_NAME.get(name);
    }
  }

  /** Only so many keys. */
  static final class Units {
    private static final Map<TimeUnit, String> NAMES = new ConcurrentHashMap<>();
    private static final Map<Class<?>, String> TABLES = new ConcurrentHashMap<>();
    private static final Map<Locale, String> GREETINGS = new ConcurrentHashMap<>();
    private static final Map<String, String> BY_CLASS = new ConcurrentHashMap<>();
    private static final Map<String, Long> HITS = new ConcurrentHashMap<>();

    private Units() {}

    static String name(TimeUnit unit) {
      return NAMES.computeIfAbsent(unit, key -> key.name().toLowerCase(Locale.ROOT));
    }

    static String table(Class<?> type) {
      return TABLES.computeIfAbsent(type, Class::getSimpleName);
    }

    static String greeting(Locale locale) {
      return GREETINGS.computeIfAbsent(locale, Locale::getDisplayName);
    }

    static String byClass(Object bean) {
      String name = bean.getClass().getName();
      return BY_CLASS.computeIfAbsent(name, key -> key.replace('.', '_'));
    }

    static void hit(boolean found) {
      HITS.merge(found ? "hit" : "miss", 1L, Long::sum);
    }
  }

  /** Bounded by hand. */
  static final class Limited {
    private static final int MOST = 500;
    private static final Map<String, String> CACHE = new ConcurrentHashMap<>();

    private Limited() {}

    static String get(String key) {
      String value = CACHE.get(key);
      if (value == null) {
        value = key.trim();
        if (CACHE.size() < MOST) {
          CACHE.put(key, value);
        }
      }
      return value;
    }
  }

  /** The collector takes what nobody needs. */
  static final class Weak {
    private static final Map<Object, String> LABELS =
        Collections.synchronizedMap(new WeakHashMap<>());
    private static final Map<String, SoftReference<byte[]>> IMAGES = new ConcurrentHashMap<>();
    private static final Map<String, WeakReference<Object>> OBJECTS = new ConcurrentHashMap<>();

    private Weak() {}

    static String label(Object of) {
      return LABELS.computeIfAbsent(of, key -> "label " + key);
    }

    static void image(String name, byte[] data) {
      IMAGES.put(name.trim(), new SoftReference<>(data));
    }

    static void object(String name, Object value) {
      OBJECTS.put(name.trim(), new WeakReference<>(value));
    }
  }

  /** Taken out by who is done. */
  @Lives(PROCESS)
  static class Running {
    private final Map<String, Thread> byJob = new ConcurrentHashMap<>();

    void run(String job, Runnable work) {
      byJob.put(job.trim(), Thread.currentThread());
      try {
        work.run();
      } finally {
        byJob.remove(job.trim());
      }
    }
  }

  /** Swept by an iterator, through the method that adds. */
  static final class Swept {
    private static final Map<String, Long> SEEN = new HashMap<>();

    private Swept() {}

    static synchronized boolean isNew(String id, long now) {
      sweep(now);
      return SEEN.put(id + "!", now) == null;
    }

    private static void sweep(long now) {
      for (Iterator<Long> at = SEEN.values().iterator(); at.hasNext(); ) {
        if (now - at.next() > 60_000) {
          at.remove();
        }
      }
    }
  }

  /** Emptied by another class of the package. */
  static final class Shared {
    static final Map<String, String> NOTES = new ConcurrentHashMap<>();

    private Shared() {}

    static void note(String request, String text) {
      NOTES.put(request.trim(), text + "\n");
    }
  }

  /** Sweeps what another class fills. */
  @Lives(PROCESS)
  static class Sweeper implements Runnable {
    @Override
    public void run() {
      Shared.NOTES.clear();
    }
  }

  /** Helpers empty it. */
  static final class Helped {
    private static final List<String> PENDING = new ArrayList<>();

    private Helped() {}

    static synchronized void add(String line) {
      PENDING.add(line.trim());
      flush(PENDING);
    }

    private static void flush(List<String> lines) {
      lines.forEach(System.out::println);
      lines.clear();
    }
  }

  /** A new one replaces the old one. */
  static final class Swapped {
    private static volatile Map<String, String> cache = new ConcurrentHashMap<>();

    private Swapped() {}

    static String get(String key) {
      return cache.computeIfAbsent(key, String::trim);
    }

    static void onChange(Object event) {
      cache = new ConcurrentHashMap<>();
    }

    static void listen(List<Runnable> listeners) {
      listeners.add(() -> onChange("reload"));
    }
  }

  /** Those who register do so at start. */
  @Lives(PROCESS)
  static class Handlers {
    private final Map<String, Function<String, String>> byName = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, String> settings = new HashMap<>();

    Handlers(Map<String, String> defaults) {
      for (Map.Entry<String, String> entry : defaults.entrySet()) {
        settings.put(entry.getKey().trim(), entry.getValue());
      }
    }

    @Lives(START)
    void load(List<String> names) {
      for (String name : names) {
        settings.put(name, name.trim());
      }
    }

    String handle(String name, String body) {
      return byName.getOrDefault(name, Function.identity()).apply(body) + settings.get(name);
    }

    void changed() {
      listeners.forEach(Runnable::run);
    }
  }

  /** As short-lived as the object it belongs to. */
  static final class Report {
    private final Map<String, Integer> counts = new HashMap<>();

    void count(String word) {
      counts.merge(word.trim(), 1, Integer::sum);
    }

    int of(String word) {
      return counts.getOrDefault(word, 0);
    }
  }

  /** Entries go when their function says so. */
  static final class Counted {
    private static final Map<String, Integer> USERS = new ConcurrentHashMap<>();

    private Counted() {}

    static void enter(String user) {
      USERS.merge(user.trim(), 1, Integer::sum);
    }

    static void leave(String user) {
      USERS.computeIfPresent(user.trim(), (key, count) -> count == 1 ? null : count - 1);
    }

    static void visit(String user, Runnable visit) {
      enter(user);
      visit.run();
      leave(user);
    }
  }

  /** Keys made of what there are few of, and file stores. */
  static final class Reflected {
    private static final Map<Signature, String> LABELS = new ConcurrentHashMap<>();
    private static final Map<FileStore, Long> BLOCKS = new ConcurrentHashMap<>();

    private Reflected() {}

    static String label(Method method, Object target) {
      Signature key = new Signature(method, target.getClass());
      return LABELS.computeIfAbsent(key, signature -> signature.type().getSimpleName());
    }

    static long blockSize(Path file) throws IOException {
      FileStore store = Files.getFileStore(file);
      Long known = BLOCKS.get(store);
      if (known == null) {
        known = store.getBlockSize();
        BLOCKS.put(store, known);
      }
      return known;
    }

    private record Signature(Method method, Class<?> type) {}
  }

  /** Told constants by a class beside it. */
  static final class Aliases {
    private static final Map<String, List<String>> NAMES = new HashMap<>();

    private Aliases() {}

    static synchronized void add(String alias, List<String> names) {
      NAMES.put(alias, new ArrayList<>(names));
    }

    static synchronized List<String> names(String alias) {
      return NAMES.getOrDefault(alias, List.of());
    }
  }

  /** The class beside it. */
  static final class Defaults {
    private Defaults() {}

    static void refresh(List<String> strong, List<String> weak) {
      Aliases.add("strong", strong);
      Aliases.add("weak", weak);
    }
  }

  /** Keys are the constants of callers in this class. */
  static final class Counters {
    private static final Map<String, Long> COUNTS = new ConcurrentHashMap<>();

    private Counters() {}

    static void read() {
      count("read");
    }

    static void write() {
      count("write");
    }

    private static void count(String what) {
      COUNTS.merge(what, 1L, Long::sum);
    }
  }

  /** Only what is known from the start gets in. */
  @Lives(PROCESS)
  static final class Levels {
    private static final Set<String> WAREHOUSES = Set.of("HAM", "MUC", "LEJ");

    private final Map<String, Integer> levels = new ConcurrentHashMap<>();

    public void count(String warehouse, int level) {
      if (warehouse == null || !WAREHOUSES.contains(warehouse)) {
        throw new IllegalArgumentException(warehouse);
      }
      levels.put(warehouse, level);
    }
  }
}

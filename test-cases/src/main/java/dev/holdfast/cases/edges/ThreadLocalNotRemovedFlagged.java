package dev.holdfast.cases.edges;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.slf4j.MDC;

/** What a request brings stays with the thread, and the next request finds it. */
final class ThreadLocalNotRemovedFlagged {
  private ThreadLocalNotRemovedFlagged() {}

  /** Nobody takes it away. */
  static final class Renderer {
    private static final ThreadLocal<Map<String, String>> REQUEST = new ThreadLocal<>();

    private Renderer() {}

    static String page(Map<String, String> request) {
      REQUEST.set(request); // expect: ThreadLocalNotRemoved
      return "<h1>" + title() + "</h1>";
    }

    private static String title() {
      return REQUEST.get().getOrDefault("title", "-");
    }
  }

  /** A part of the request. */
  static final class Tenants {
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private Tenants() {}

    static void enter(Map<String, String> headers) {
      String tenant = headers.get("X-Tenant");
      CURRENT.set(tenant.trim()); // expect: ThreadLocalNotRemoved
    }

    static String current() {
      return CURRENT.get();
    }
  }

  /** An object of its own with what came in. */
  static final class Users {
    private static final ThreadLocal<User> USER = new InheritableThreadLocal<>();

    private Users() {}

    static <T> T as(String name, long id, Callable<T> work) throws Exception {
      USER.set(new User(name, id)); // expect: ThreadLocalNotRemoved
      return work.call();
    }

    static User user() {
      return USER.get();
    }
  }

  record User(String name, long id) {}

  /** Taken away, but not when it returns early. */
  static final class Jobs {
    private static final ThreadLocal<String> JOB = new ThreadLocal<>();

    private Jobs() {}

    static int run(String job, int parts) {
      JOB.set(job); // expect: ThreadLocalNotRemoved
      if (parts == 0) {
        return 0;
      }
      int done = parts + name().length();
      JOB.remove();
      return done;
    }

    private static String name() {
      return JOB.get();
    }
  }

  /** The method that takes it away is dead. */
  static final class Traces {
    private static final ThreadLocal<String> TRACE = new ThreadLocal<>();

    private Traces() {}

    static void begin(String id) {
      TRACE.set(id); // expect: ThreadLocalNotRemoved
    }

    static String id() {
      return TRACE.get();
    }

    @SuppressWarnings("unused")
    private static void end() {
      TRACE.remove();
    }
  }

  /** A lambda gives it to the thread that runs it. */
  static final class Tasks {
    private static final ThreadLocal<String> TASK = new ThreadLocal<>();

    private Tasks() {}

    static Runnable task(String name, Runnable work) {
      return () -> {
        TASK.set(name); // expect: ThreadLocalNotRemoved
        work.run();
      };
    }

    static String current() {
      return TASK.get();
    }
  }

  /** Another one for every object. */
  static final class Formatter {
    private final ThreadLocal<SimpleDateFormat> format =
        ThreadLocal.withInitial(SimpleDateFormat::new); // expect: ThreadLocalNotRemoved

    String year(long millis) {
      return format.get().format(millis);
    }
  }

  static String thisYear() {
    return new Formatter().year(System.currentTimeMillis());
  }

  /** The same, filled when it is needed. */
  static final class Encoder {
    private final ThreadLocal<StringBuilder> buffer;

    Encoder() {
      buffer = new ThreadLocal<>(); // expect: ThreadLocalNotRemoved
    }

    String encode(String text) {
      StringBuilder builder = buffer.get();
      if (builder == null) {
        builder = new StringBuilder();
        buffer.set(builder);
      }
      builder.setLength(0);
      return builder.append(text).reverse().toString();
    }
  }

  /** Holds what it was told, for each thread. */
  static final class Overrides {
    private static final ThreadLocal<Map<String, String>> VALUES = new ThreadLocal<>();

    private Overrides() {}

    static void use(Map<String, String> values) {
      Map<String, String> copy = copy(values);
      VALUES.set(copy); // expect: ThreadLocalNotRemoved
    }

    private static Map<String, String> copy(Map<String, String> values) {
      return new HashMap<>(values);
    }

    static String get(String key) {
      return VALUES.get().get(key);
    }
  }

  /** The context of the logger. */
  static final class Login {
    private Login() {}

    static boolean login(String user, Callable<Boolean> check) throws Exception {
      MDC.put("login.user", user); // expect: ThreadLocalNotRemoved
      return check.call();
    }
  }

  /** The name of the machine may be of its thread, as long as that runs. */
  static final class Machine {
    private final Path file;

    Machine(Path file) {
      this.file = file;
    }

    void name() throws IOException {
      MDC.put("machine", Files.readString(file)); // possible: ThreadLocalNotRemoved
    }
  }

  /** Whoever sets it may set nothing in the end. */
  static final class Locales {
    private static final ThreadLocal<String> LANGUAGE = new ThreadLocal<>();

    private Locales() {}

    static void setLanguage(String language) {
      LANGUAGE.set(language); // possible: ThreadLocalNotRemoved
    }

    static String language() {
      return LANGUAGE.get();
    }
  }

  /** Only the last of two is taken away. */
  static final class Pair {
    private static final ThreadLocal<String> LEFT = new ThreadLocal<>();
    private static final ThreadLocal<String> RIGHT = new ThreadLocal<>();

    private Pair() {}

    static void with(String left, String right, Runnable work) {
      LEFT.set(left); // expect: ThreadLocalNotRemoved
      RIGHT.set(right);
      try {
        work.run();
      } finally {
        RIGHT.remove();
      }
    }

    static String both() {
      return LEFT.get() + RIGHT.get();
    }
  }

  /** There is a value for every thread anyway: this may be a setting that is meant to stay. */
  static final class Currency {
    private static final ThreadLocal<String> CODE = ThreadLocal.withInitial(() -> "EUR");

    private Currency() {}

    static void use(String code) {
      CODE.set(code.trim()); // possible: ThreadLocalNotRemoved
    }

    static String code() {
      return CODE.get();
    }
  }

  /** One for every object, of which there may be few: whoever makes one keeps it. */
  static final class Locks {
    private final ThreadLocal<Set<String>> held =
        ThreadLocal.withInitial(HashSet::new); // possible: ThreadLocalNotRemoved

    boolean lock(String name) {
      return held.get().add(name);
    }

    boolean unlock(String name) {
      return held.get().remove(name);
    }
  }

  /** Keeps one. */
  static final class Store {
    private final Locks locks = new Locks();

    boolean with(String name, Runnable work) {
      boolean mine = locks.lock(name);
      try {
        work.run();
      } finally {
        locks.unlock(name);
      }
      return mine;
    }
  }

  /** Put there only where there was none: it may be there to be used again. */
  static final class Decoders {
    private static final ThreadLocal<Decoder> DECODER = new ThreadLocal<>();

    private Decoders() {}

    static String read(byte[] message) {
      Decoder known = DECODER.get();
      Decoder decoder = Decoder.on(message, known);
      if (known == null) {
        DECODER.set(decoder); // possible: ThreadLocalNotRemoved
      }
      return decoder.text();
    }
  }

  /** Can be set on another message. */
  static final class Decoder {
    private byte[] message;

    private Decoder(byte[] message) {
      this.message = message;
    }

    static Decoder on(byte[] message, Decoder used) {
      if (used == null) {
        return new Decoder(message);
      }
      used.message = message;
      return used;
    }

    String text() {
      return new String(message, StandardCharsets.UTF_8);
    }
  }
}

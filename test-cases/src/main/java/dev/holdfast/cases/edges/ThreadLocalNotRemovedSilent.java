package dev.holdfast.cases.edges;

import static dev.holdfast.annotations.Scope.PROCESS;

import dev.holdfast.annotations.Lives;
import java.text.SimpleDateFormat;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import org.slf4j.MDC;

/** Places of a thread that hold nothing of a request, or hold it only as long as it lasts. */
final class ThreadLocalNotRemovedSilent {
  private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();
  private static final ThreadLocal<SimpleDateFormat> FORMAT =
      ThreadLocal.withInitial(() -> new SimpleDateFormat("yyyy-MM-dd"));
  private static final ThreadLocal<byte[]> BUFFER = new ThreadLocal<>();
  private static final ThreadLocal<Boolean> ACTIVE = new ThreadLocal<>();
  private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

  private ThreadLocalNotRemovedSilent() {}

  static void removed(String name, Runnable work) {
    CURRENT.set(name);
    try {
      work.run();
    } finally {
      CURRENT.remove();
    }
  }

  static <T> T restored(String name, Callable<T> work) throws Exception {
    String before = CURRENT.get();
    CURRENT.set(name);
    try {
      return work.call();
    } finally {
      CURRENT.set(before);
    }
  }

  static void emptied(String name, Runnable work) {
    CURRENT.set(name);
    try {
      work.run();
    } finally {
      CURRENT.set(null);
    }
  }

  static void logged(String order, Runnable work) {
    MDC.put("order", order);
    try {
      work.run();
    } finally {
      MDC.remove("order");
    }
  }

  static void loggedInAScope(String order, Runnable work) {
    try (MDC.MDCCloseable context = MDC.putCloseable("order", order)) {
      work.run();
    }
  }

  static String formatted(long millis) {
    return FORMAT.get().format(millis);
  }

  static byte[] buffer(int size) {
    byte[] known = BUFFER.get();
    if (known == null || known.length < size) {
      known = new byte[size];
      BUFFER.set(known);
    }
    return known;
  }

  static void flagged(boolean active) {
    ACTIVE.set(active);
  }

  static void nested(Runnable work) {
    DEPTH.set(DEPTH.get() + 1);
    work.run();
    DEPTH.set(DEPTH.get() - 1);
  }

  /** Removed by another method, which others call. */
  static final class Holder {
    private static final ThreadLocal<String> USER = new ThreadLocal<>();

    private Holder() {}

    static void enter(String user) {
      USER.set(user);
    }

    static String user() {
      return USER.get();
    }

    static void leave() {
      USER.remove();
    }
  }

  /** Removed by a class beside it. */
  static final class Open {
    static final ThreadLocal<String> PLACE = new ThreadLocal<>();

    private Open() {}

    static void at(String place) {
      PLACE.set(place);
    }
  }

  /** The filter of requests. */
  static final class Filter {
    private Filter() {}

    static void filter(Runnable request) {
      try {
        request.run();
      } finally {
        Open.PLACE.remove();
      }
    }
  }

  /** A scope for try-with-resources. */
  static final class Span implements AutoCloseable {
    private static final ThreadLocal<Span> ACTIVE_SPAN = new ThreadLocal<>();

    private final String name;

    private Span(String name) {
      this.name = name;
    }

    static Span begin(String name) {
      Span span = new Span(name);
      ACTIVE_SPAN.set(span);
      return span;
    }

    static String current() {
      return ACTIVE_SPAN.get().name;
    }

    @Override
    public void close() {
      ACTIVE_SPAN.remove();
    }
  }

  /** One object for the process: its place is one, too. */
  @Lives(PROCESS)
  static class Digests {
    private final ThreadLocal<StringBuilder> builder = ThreadLocal.withInitial(StringBuilder::new);

    String twice(String text) {
      StringBuilder out = builder.get();
      out.setLength(0);
      return out.append(text).append(text).toString();
    }
  }

  /** An object that gives its place up when it is closed. */
  static final class Recorder implements AutoCloseable {
    private final ThreadLocal<Deque<String>> lines = ThreadLocal.withInitial(ArrayDeque::new);

    void line(String line) {
      lines.get().add(line);
    }

    @Override
    public void close() {
      lines.remove();
    }
  }

  /** The one there is. */
  static final class Only {
    private static final Only ONLY = new Only();

    private final ThreadLocal<StringBuilder> text = ThreadLocal.withInitial(StringBuilder::new);

    private Only() {}

    static int length() {
      return ONLY.text.get().length();
    }
  }

  /** Nothing takes it away. */
  static final class Sessions {
    private static final ThreadLocal<String> SESSION = new ThreadLocal<>();

    private Sessions() {}

    static void use(String session) {
      if (session == null) {
        SESSION.remove();
      } else {
        SESSION.set(session);
      }
    }

    static String current() {
      return SESSION.get();
    }
  }
}

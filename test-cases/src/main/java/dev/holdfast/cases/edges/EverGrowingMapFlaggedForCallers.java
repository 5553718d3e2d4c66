package dev.holdfast.cases.edges;

import static dev.holdfast.annotations.Scope.PROCESS;

import dev.holdfast.annotations.Lives;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/** Called by code out of view: what is kept tells whether its callers bring something new. */
public final class EverGrowingMapFlaggedForCallers {
  private EverGrowingMapFlaggedForCallers() {}

  /** Somebody else is asked for each key. */
  public static final class Owners {
    private static final Map<String, String> BY_TOKEN = new ConcurrentHashMap<>();

    private final HttpClient client;
    private final URI whoIs;

    public Owners(HttpClient client, URI whoIs) {
      this.client = client;
      this.whoIs = whoIs;
    }

    public String owner(String token) throws IOException, InterruptedException {
      String known = BY_TOKEN.get(token);
      if (known == null) {
        known = ask(token);
        BY_TOKEN.put(token, known); // expect: EverGrowingMap
      }
      return known;
    }

    private String ask(String token) throws IOException, InterruptedException {
      HttpRequest request =
          HttpRequest.newBuilder(whoIs)
              .timeout(Duration.ofSeconds(5))
              .header("Authorization", token)
              .build();
      HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
      return answer.headers().firstValue("X-Owner").orElse("");
    }
  }

  /** When it was is kept. */
  public static final class Visitors {
    private static final Map<String, Instant> LAST = new ConcurrentHashMap<>();

    private Visitors() {}

    public static boolean isBack(String user) {
      return LAST.put(user, Instant.now()) != null; // expect: EverGrowingMap
    }
  }

  /** Each call is one more line. */
  public static final class Journal {
    private static final List<String> LINES = Collections.synchronizedList(new ArrayList<>());

    private Journal() {}

    public static void write(String user, String what) {
      LINES.add(user + ' ' + what); // expect: EverGrowingMap
    }
  }

  /** What else came with the key is kept. */
  public static final class Comments {
    private static final Map<String, Comment> LATEST = new ConcurrentHashMap<>();

    private Comments() {}

    public static void comment(String page, String author, String text) {
      LATEST.put(page, new Comment(author, text.trim())); // expect: EverGrowingMap
    }

    private record Comment(String author, String text) {}
  }

  /** A number for each. */
  public static final class Orders {
    private static final Map<Long, Order> SEEN = new ConcurrentHashMap<>();

    private Orders() {}

    public static Order order(long id) {
      return SEEN.computeIfAbsent(id, Order::new); // expect: EverGrowingMap
    }

    /** One of many. */
    public record Order(Long id) {}
  }

  /** A class that keeps its own objects: one for each name that a program knows. */
  public static final class Topic {
    private static final Map<String, Topic> TOPICS = new ConcurrentHashMap<>();

    private final String name;

    private Topic(String name) {
      this.name = name;
    }

    public static Topic of(String name) {
      return TOPICS.computeIfAbsent(name, Topic::new); // possible: EverGrowingMap
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Worked out from the key alone, by one method for another. */
  public static final class Globs {
    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private Globs() {}

    public static boolean matches(String glob, String name) {
      return compiled(glob.toLowerCase(Locale.ROOT)).matcher(name).matches();
    }

    private static Pattern compiled(String glob) {
      Pattern known = COMPILED.get(glob);
      if (known == null) {
        known = Pattern.compile(glob.replace("*", ".*"));
        COMPILED.put(glob, known); // possible: EverGrowingMap
      }
      return known;
    }
  }

  /** Two levels: the first is the coarse one. */
  public static final class Counts {
    private static final Map<String, Map<String, Long>> BY_POOL = new ConcurrentHashMap<>();

    private Counts() {}

    public static void count(String pool, String what) {
      BY_POOL
          .computeIfAbsent(pool, name -> new ConcurrentHashMap<>()) // possible: EverGrowingMap
          .merge(what, 1L, Long::sum);
    }
  }

  /** As many as there are classes. */
  public static final class Loading {
    private static final Map<String, Lock> LOCKS = new ConcurrentHashMap<>();

    private Loading() {}

    public static Class<?> load(String name) throws ClassNotFoundException {
      Lock lock =
          LOCKS.computeIfAbsent(name, key -> new ReentrantLock()); // possible: EverGrowingMap
      lock.lock();
      try {
        return Class.forName(name);
      } finally {
        lock.unlock();
      }
    }
  }

  /** A property of something that is set up once. */
  @Lives(PROCESS)
  public static class OpenPaths {
    private final Set<String> paths = ConcurrentHashMap.newKeySet();

    public void setPaths(String list) {
      for (String path : list.split(",")) {
        paths.add(path.trim()); // possible: EverGrowingMap
      }
    }

    public boolean isOpen(String path) {
      return paths.contains(path);
    }
  }
}

package dev.holdfast.cases.edges;

import static dev.holdfast.annotations.Scope.PROCESS;
import static dev.holdfast.annotations.Scope.REQUEST;

import dev.holdfast.annotations.Lives;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Plain collections that two threads use at once. */
final class UnsafeSharedMapFlagged {
  private UnsafeSharedMapFlagged() {}

  /** A static map, changed by a task and by the method that starts it. */
  static final class Stock {
    private static final Map<String, Integer> BY_ARTICLE = new HashMap<>();

    private Stock() {}

    static void move(Executor executor, String from, String to) {
      executor.execute(() -> BY_ARTICLE.merge(from, -1, Integer::sum)); // expect: UnsafeSharedMap
      BY_ARTICLE.remove(to);
    }
  }

  /** The totals are read before the task has put anything in. */
  static Map<String, Long> totals(ExecutorService workers, List<String> orders) {
    Map<String, Long> totals = new HashMap<>();
    Future<?> done =
        workers.submit(
            () -> {
              for (String order : orders) {
                totals.merge(order, 1L, Long::sum); // expect: UnsafeSharedMap
              }
            });
    if (totals.isEmpty()) {
      done.cancel(false);
    }
    return totals;
  }

  /** Prices are asked for in parallel, and all answers go into one list. */
  static List<String> prices(List<String> articles, Function<String, String> ask) {
    List<String> prices = new ArrayList<>();
    List<CompletableFuture<Void>> open = new ArrayList<>();
    for (String article : articles) {
      open.add(
          CompletableFuture.runAsync(
              () -> prices.add(ask.apply(article)))); // expect: UnsafeSharedMap
    }
    CompletableFuture.allOf(open.toArray(new CompletableFuture<?>[0]))
        .orTimeout(5, TimeUnit.SECONDS)
        .join();
    return prices;
  }

  static Map<String, Integer> lengths(List<String> words) {
    Map<String, Integer> lengths = new HashMap<>();
    words.parallelStream()
        .forEach(word -> lengths.put(word, word.length())); // expect: UnsafeSharedMap
    return lengths;
  }

  static List<String> upper(List<String> words) {
    List<String> upper = new ArrayList<>();
    words.stream().parallel().map(String::trim).forEach(upper::add); // expect: UnsafeSharedMap
    return upper;
  }

  /** A loop over the map while the thread goes on filling it. */
  static int count(Iterable<String> lines) {
    Map<String, Integer> seen = new LinkedHashMap<>();
    Thread reader =
        new Thread(() -> lines.forEach(line -> seen.put(line, 1))); // expect: UnsafeSharedMap
    reader.start();
    int sum = 0;
    for (int n : seen.values()) {
      sum += n;
    }
    return sum;
  }

  /** The task only reads, but the map is changed under its hands. */
  static void publish(Executor executor, Map<String, String> defaults) {
    Map<String, String> settings = new HashMap<>(defaults);
    executor.execute(
        () -> {
          settings.forEach(System::setProperty); // expect: UnsafeSharedMap
        });
    settings.put("published", "true");
  }

  /** Two threads, one queue. */
  static void twoReaders(Iterable<String> left, Iterable<String> right) {
    Deque<String> merged = new ArrayDeque<>();
    new Thread(() -> left.forEach(line -> merged.addLast(line))).start(); // expect: UnsafeSharedMap
    new Thread(() -> right.forEach(line -> merged.addFirst(line))).start();
  }

  /** A timer takes out what is old while requests put in what is new. */
  static final class Tokens implements AutoCloseable {
    private final Map<String, Long> issued = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    Tokens() {
      timer.scheduleAtFixedRate(
          () ->
              issued
                  .values()
                  .removeIf(at -> at < System.currentTimeMillis()), // expect: UnsafeSharedMap
          1,
          1,
          TimeUnit.MINUTES);
    }

    public void issue(String token) {
      issued.put(token, System.currentTimeMillis() + 60_000);
    }

    @Override
    public void close() {
      timer.shutdown();
    }
  }

  /** The same by a method of its own. */
  static final class Sessions implements AutoCloseable {
    private final Map<String, Long> open = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);

    void start() {
      timer.scheduleWithFixedDelay(() -> sweep(), 1, 1, TimeUnit.MINUTES);
    }

    private void sweep() {
      open.values().removeIf(at -> at < System.currentTimeMillis()); // expect: UnsafeSharedMap
    }

    public boolean isOpen(String id) {
      return open.containsKey(id);
    }

    public void open(String id) {
      open.put(id, System.currentTimeMillis());
    }

    @Override
    public void close() {
      timer.shutdown();
    }
  }

  /** One servlet for all requests. */
  static final class Carts extends HttpServlet {
    private static final long serialVersionUID = 1;
    private final transient Map<String, List<String>> byUser = new HashMap<>();

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
      List<String> cart = new ArrayList<>();
      cart.add(request.getParameter("article"));
      byUser.put(request.getRemoteUser(), cart); // expect: UnsafeSharedMap
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
      byUser.remove(request.getRemoteUser());
    }
  }

  /** The handler's helper changes the map. */
  @Lives(PROCESS)
  static class Votes {
    private final Map<String, Integer> votes = new HashMap<>();

    @Lives(REQUEST)
    public int vote(String name) {
      return count(name.strip());
    }

    private int count(String name) {
      return votes.merge(name, 1, Integer::sum); // expect: UnsafeSharedMap
    }

    @Lives(REQUEST)
    public void forget(String name) {
      votes.remove(name);
    }
  }
}

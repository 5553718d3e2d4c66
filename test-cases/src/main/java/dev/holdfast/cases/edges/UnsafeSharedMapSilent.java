package dev.holdfast.cases.edges;

import static dev.holdfast.annotations.Scope.PROCESS;
import static dev.holdfast.annotations.Scope.REQUEST;

import dev.holdfast.annotations.Accepted;
import dev.holdfast.annotations.Confined;
import dev.holdfast.annotations.Lives;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Collections that one thread uses at a time, or that are made for more. */
@Accepted(rule = "UnboundedExecutorQueue", because = "shows who shares what")
final class UnsafeSharedMapSilent {
  private UnsafeSharedMapSilent() {}

  static Map<String, Long> waitedFor(ExecutorService workers, List<String> orders)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<String, Long> totals = new HashMap<>();
    Future<?> done =
        workers.submit(() -> orders.forEach(order -> totals.merge(order, 1L, Long::sum)));
    done.get(5, TimeUnit.SECONDS);
    return new HashMap<>(totals);
  }

  static int latched(Executor executor, List<String> orders) throws InterruptedException {
    Map<String, String> seen = new HashMap<>();
    CountDownLatch over = new CountDownLatch(1);
    executor.execute(
        () -> {
          orders.forEach(order -> seen.put(order, order.trim()));
          over.countDown();
        });
    return over.await(5, TimeUnit.SECONDS) ? seen.size() : 0;
  }

  static int joined(Iterable<String> lines) throws InterruptedException {
    List<String> read = new ArrayList<>();
    Thread reader = new Thread(() -> lines.forEach(line -> read.add(line)));
    reader.start();
    reader.join(5_000);
    return read.size();
  }

  /** Filled before the thread is started. */
  static void filledBefore(List<String> lines) {
    Map<String, Integer> numbers = new HashMap<>();
    Thread printer = new Thread(() -> numbers.forEach((line, n) -> lines.set(n, line)));
    for (int i = 0; i < lines.size(); i++) {
      numbers.put(lines.get(i), i);
    }
    printer.start();
  }

  static void concurrent(Executor executor, String from, String to) {
    Map<String, Integer> stock = new ConcurrentHashMap<>();
    executor.execute(() -> stock.put(from, 1));
    stock.put(to, 1);
  }

  static List<String> locksItself(List<String> articles, Function<String, String> ask) {
    List<String> prices = Collections.synchronizedList(new ArrayList<>());
    articles.parallelStream().forEach(article -> prices.add(ask.apply(article)));
    return prices;
  }

  static Map<String, Integer> collected(List<String> words) {
    return words.parallelStream().collect(Collectors.toMap(word -> word, String::length));
  }

  static List<String> afterwards(List<String> words) {
    List<String> upper = new ArrayList<>();
    words.parallelStream().map(String::trim).collect(Collectors.toList()).forEach(upper::add);
    Collections.synchronizedList(words).forEach(word -> upper.add(word));
    return upper;
  }

  static List<String> ordered(List<String> words) {
    List<String> upper = new ArrayList<>();
    words.parallelStream().map(String::trim).forEachOrdered(upper::add);
    return upper;
  }

  static List<String> inSequence(List<String> words) {
    List<String> upper = new ArrayList<>();
    words.stream().map(String::trim).forEach(upper::add);
    return upper;
  }

  /** One lock for both. */
  static final class Guarded {
    private final Map<String, Integer> votes = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    void vote(Executor executor, String name) {
      executor.execute(
          () -> {
            synchronized (votes) {
              votes.merge(name, 1, Integer::sum);
            }
          });
      synchronized (votes) {
        votes.remove("");
      }
    }

    void locked(Executor executor, String name) {
      executor.execute(() -> count(name));
      lock.lock();
      try {
        votes.remove("");
      } finally {
        lock.unlock();
      }
    }

    private void count(String name) {
      lock.lock();
      try {
        votes.merge(name, 1, Integer::sum);
      } finally {
        lock.unlock();
      }
    }
  }

  /** Each task has its own. */
  static void ownOnes(List<String> lines, Executor executor) {
    for (String line : lines) {
      Map<String, Integer> counts = new HashMap<>();
      executor.execute(() -> counts.merge(line, 1, Integer::sum));
    }
  }

  /** The task gets a copy. */
  static void copied(Executor executor, Map<String, String> defaults) {
    Map<String, String> settings = new HashMap<>(defaults);
    Map<String, String> copy = new HashMap<>(settings);
    executor.execute(() -> copy.forEach((key, value) -> System.setProperty(key, value)));
    settings.put("published", "true");
  }

  /** One thread runs all tasks, and nobody else comes near. */
  static final class Journal implements AutoCloseable {
    private final Map<String, String> last = new HashMap<>();
    private final ExecutorService writer = Executors.newSingleThreadExecutor();

    public void write(String topic, String line) {
      writer.execute(() -> last.put(topic, line));
    }

    public void clear() {
      writer.execute(last::clear);
    }

    public Future<String> last(String topic) {
      Callable<String> read = () -> last.get(topic);
      return writer.submit(read);
    }

    @Override
    public void close() {
      writer.shutdown();
    }
  }

  /** One stage after the other. */
  static CompletableFuture<Integer> stages(List<String> lines) {
    Map<String, String> seen = new HashMap<>();
    return CompletableFuture.runAsync(() -> lines.forEach(line -> seen.put(line, line)))
        .thenApply(nothing -> seen.size());
  }

  /** The method reads before it starts the task. */
  static int readBefore(Executor executor, List<String> lines) {
    List<String> open = new ArrayList<>(lines);
    int size = open.size();
    executor.execute(open::clear);
    return size;
  }

  @Lives(PROCESS)
  static class Handler {
    private final Map<String, Integer> votes = new HashMap<>();
    private final Map<String, Integer> offsets = new HashMap<>();

    @Lives(REQUEST)
    public synchronized int vote(String name) {
      return votes.merge(name, 1, Integer::sum);
    }

    @Lives(REQUEST)
    public synchronized void forget(String name) {
      votes.remove(name);
    }

    /** One consumer thread calls it. */
    @Confined
    @Lives(REQUEST)
    public void consume(String partition, int offset) {
      if (offset < 0) {
        offsets.remove(partition);
      } else {
        offsets.put(partition, offset);
      }
    }
  }

  /** Each request has its own object. */
  @Lives(REQUEST)
  static class Exchange {
    private final Map<String, String> attributes = new HashMap<>();

    @Lives(REQUEST)
    public void handle(String name, String value) {
      attributes.put(name, value);
    }
  }
}

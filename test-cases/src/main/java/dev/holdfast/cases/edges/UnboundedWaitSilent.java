package dev.holdfast.cases.edges;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits that have a limit, need none, or are what the thread is for. */
final class UnboundedWaitSilent {
  private final ExecutorService workers;
  private final BlockingQueue<Runnable> jobs;
  private final BlockingQueue<Runnable> endless = new LinkedBlockingQueue<>();
  private final Semaphore slots = new Semaphore(4);
  private volatile boolean running = true;

  UnboundedWaitSilent(ExecutorService workers, BlockingQueue<Runnable> jobs) {
    this.workers = workers;
    this.jobs = jobs;
  }

  synchronized long limited(Future<Long> price) throws Exception {
    return price.get(2, TimeUnit.SECONDS);
  }

  synchronized long whenDone(Future<Long> price) throws Exception {
    if (!price.isDone()) {
      return -1;
    }
    return price.get();
  }

  synchronized long givenUp(Future<Long> price) throws Exception {
    try {
      return price.get(2, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      price.cancel(true);
      return price.get();
    }
  }

  synchronized long orTimeout(CompletableFuture<Long> price) {
    return price.orTimeout(2, TimeUnit.SECONDS).thenApply(cents -> cents / 100).join();
  }

  synchronized long orTimeoutBefore(CompletableFuture<Long> price) {
    price.completeOnTimeout(0L, 2, TimeUnit.SECONDS);
    return price.join();
  }

  private CompletableFuture<Long> bounded(Callable<Long> load) {
    CompletableFuture<Long> pending = new CompletableFuture<>();
    workers.execute(
        () -> {
          try {
            pending.complete(load.call());
          } catch (Exception e) {
            pending.completeExceptionally(e);
          }
        });
    return pending.orTimeout(2, TimeUnit.SECONDS);
  }

  synchronized long boundedByHelper(Callable<Long> load) {
    return bounded(load).join();
  }

  synchronized List<Long> allOf(List<CompletableFuture<Long>> parts) throws Exception {
    CompletableFuture.allOf(parts.toArray(new CompletableFuture<?>[0])).get(5, TimeUnit.SECONDS);
    List<Long> values = new ArrayList<>();
    for (CompletableFuture<Long> part : parts) {
      values.add(part.join());
    }
    return values;
  }

  synchronized List<Long> allOfStreamed(List<CompletableFuture<Long>> parts) {
    CompletableFuture.allOf(parts.toArray(new CompletableFuture<?>[0]))
        .orTimeout(5, TimeUnit.SECONDS)
        .join();
    return parts.stream().map(CompletableFuture::join).toList();
  }

  synchronized CompletableFuture<List<Long>> collected(List<CompletableFuture<Long>> parts) {
    return CompletableFuture.allOf(parts.toArray(new CompletableFuture<?>[0]))
        .thenApply(none -> parts.stream().map(CompletableFuture::join).toList());
  }

  private static CompletableFuture<Void> all(List<CompletableFuture<Long>> parts) {
    CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
    for (CompletableFuture<Long> part : parts) {
      all = all.thenCombine(part, (none, value) -> null);
    }
    return all;
  }

  CompletableFuture<List<Long>> collectedByHelper(List<CompletableFuture<Long>> parts) {
    return all(parts).thenApply(none -> parts.stream().map(CompletableFuture::join).toList());
  }

  synchronized CompletableFuture<Long> summedByHelper(List<CompletableFuture<Long>> parts) {
    return all(parts)
        .thenApply(
            none -> {
              long sum = 0;
              for (CompletableFuture<Long> part : parts) {
                sum += part.join();
              }
              return sum;
            });
  }

  /** The later stage runs when the first has ended. */
  CompletionStage<Long> laterStage(CompletionStage<Long> price, CompletionStage<Long> rate) {
    return price
        .thenCompose(cents -> rate)
        .thenApply(factor -> price.toCompletableFuture().join() * factor);
  }

  interface Listener<T> {
    void ended(Future<T> done);
  }

  interface Listened<T> extends Future<T> {
    Listened<T> addListener(Listener<T> listener);
  }

  /** What a listener is told of has ended. */
  synchronized <T> CompletableFuture<T> listened(Listened<T> pending) {
    CompletableFuture<T> result = new CompletableFuture<>();
    pending.addListener(
        done -> {
          try {
            result.complete(done.get());
          } catch (InterruptedException | ExecutionException e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }

  synchronized void ownCallback(CompletableFuture<Long> price, List<Long> prices) {
    price.whenComplete(
        (cents, failure) -> {
          if (failure == null) {
            prices.add(price.join());
          }
        });
  }

  synchronized int invokedWithLimit(List<Callable<Integer>> tasks) throws Exception {
    int sum = 0;
    for (Future<Integer> done : workers.invokeAll(tasks, 1, TimeUnit.SECONDS)) {
      if (!done.isCancelled()) {
        sum += done.get();
      }
    }
    return sum;
  }

  synchronized List<Integer> invokedAndStreamed(List<Callable<Integer>> tasks) throws Exception {
    return workers.invokeAll(tasks, 1, TimeUnit.SECONDS).stream()
        .filter(future -> !future.isCancelled())
        .map(
            future -> {
              try {
                return future.get();
              } catch (InterruptedException | ExecutionException e) {
                throw new CompletionException(e);
              }
            })
        .toList();
  }

  /** There is always room in it. */
  synchronized void enqueue(Runnable job) throws InterruptedException {
    endless.put(job);
  }

  /** Which lets go of the monitor, however the source gets at it. */
  void awaitWork() throws InterruptedException {
    synchronized (workers()) {
      while (running) {
        workers().wait(1_000);
      }
    }
  }

  private Object workers() {
    return workers;
  }

  /** A consumer lives of waiting. */
  void start() {
    workers.submit(
        () -> {
          while (running) {
            jobs.take().run();
          }
          return null;
        });
    Thread drain = new Thread(this::drain, "drain");
    drain.setDaemon(true);
    drain.start();
  }

  private void drain() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Runnable job = jobs.take();
        job.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static final class Consumer implements Runnable {
    private static final String END = "end";
    private final BlockingQueue<String> lines;
    private final List<String> read;

    Consumer(BlockingQueue<String> lines, List<String> read) {
      this.lines = lines;
      this.read = read;
    }

    @Override
    public void run() {
      try {
        while (true) {
          String line = lines.take();
          if (line.equals(END)) {
            return;
          }
          read.add(line);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  static final class Sum extends RecursiveTask<Long> {
    private static final long serialVersionUID = 1;
    private final long[] numbers;
    private final int from;
    private final int to;

    Sum(long[] numbers, int from, int to) {
      this.numbers = numbers;
      this.from = from;
      this.to = to;
    }

    @Override
    protected Long compute() {
      if (to - from < 100) {
        long sum = 0;
        for (int i = from; i < to; i++) {
          sum += numbers[i];
        }
        return sum;
      }
      int middle = (from + to) >>> 1;
      Sum left = new Sum(numbers, from, middle);
      left.fork();
      return new Sum(numbers, middle, to).compute() + left.join();
    }
  }

  static int status(HttpClient client, URI uri) {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).build();
    return client.sendAsync(request, BodyHandlers.discarding()).join().statusCode();
  }

  /** The pool is asked, with a limit, before anything is taken from it. */
  synchronized long afterShutdown(Callable<Long> load) throws Exception {
    Future<Long> pending = workers.submit(load);
    workers.shutdown();
    if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
      workers.shutdownNow();
      return -1;
    }
    return pending.get();
  }

  static HttpHandler limitedHandler(Semaphore slots) {
    return new HttpHandler() {
      @Override
      public void handle(HttpExchange exchange) throws IOException {
        try {
          if (slots.tryAcquire(50, TimeUnit.MILLISECONDS)) {
            slots.release();
            exchange.sendResponseHeaders(200, -1);
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        exchange.close();
      }
    };
  }

  synchronized int killed(Process process) throws InterruptedException {
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return process.waitFor();
    }
    return process.exitValue();
  }

  boolean tryLater() {
    return slots.tryAcquire();
  }

  public static void main(String[] arguments) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
    stopped.await();
  }
}

package dev.holdfast.cases.edges;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Waits without a limit while others stand behind, and the milder ones where nobody does. */
final class UnboundedWaitFlagged {
  private final Lock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Object monitor = new Object();
  private final AtomicLong total = new AtomicLong();
  private final ExecutorService workers;
  private final BlockingQueue<String> jobs;
  private long cached;

  UnboundedWaitFlagged(ExecutorService workers, BlockingQueue<String> jobs) {
    this.workers = workers;
    this.jobs = jobs;
  }

  /** Everybody who wants the price waits for one slow backend. */
  synchronized long refresh(Future<Long> price) throws ExecutionException, InterruptedException {
    cached = price.get(); // expect: UnboundedWait
    return cached;
  }

  long refreshInBlock(Callable<Long> load) throws ExecutionException, InterruptedException {
    Future<Long> pending = workers.submit(load);
    synchronized (monitor) {
      cached = pending.get(); // expect: UnboundedWait
    }
    return cached;
  }

  void publish(String job) throws InterruptedException {
    lock.lock();
    try {
      total.incrementAndGet();
      jobs.put(job); // expect: UnboundedWait
    } finally {
      lock.unlock();
    }
  }

  /** Waiting for a signal lets go of the lock that made it, not of the monitor. */
  void awaitFilled() throws InterruptedException {
    synchronized (monitor) {
      lock.lock();
      try {
        while (jobs.isEmpty()) {
          filled.await(); // expect: UnboundedWait
        }
      } finally {
        lock.unlock();
      }
    }
  }

  /** Where all threads of the pool do so, none is left for what they wait for. */
  void starved(Callable<Long> load) {
    workers.execute(
        () -> {
          Future<Long> loaded = workers.submit(load);
          try {
            total.set(loaded.get()); // expect: UnboundedWait
          } catch (InterruptedException | ExecutionException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  CompletableFuture<Long> chained(CompletableFuture<Long> one, CompletableFuture<Long> other) {
    return one.thenApply(amount -> amount + other.join()); // expect: UnboundedWait
  }

  /** The helper has no lock of its own: its caller brings one. */
  synchronized long sum(List<Future<Long>> parts) throws Exception {
    long sum = 0;
    for (Future<Long> part : parts) {
      sum += valueOf(part);
    }
    return sum;
  }

  private static long valueOf(Future<Long> part) throws Exception {
    return part.get(); // expect: UnboundedWait
  }

  static final class PriceHandler implements HttpHandler {
    private final ExecutorService workers;
    private final Semaphore slots = new Semaphore(8);

    PriceHandler(ExecutorService workers) {
      this.workers = workers;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
      try {
        slots.acquire(); // expect: UnboundedWait
        String body = load().get(); // expect: UnboundedWait
        exchange.getResponseHeaders().add("X-Length", String.valueOf(body.length()));
        exchange.sendResponseHeaders(200, -1);
      } catch (InterruptedException | ExecutionException e) {
        exchange.sendResponseHeaders(503, -1);
      } finally {
        slots.release();
        exchange.close();
      }
    }

    private Future<String> load() {
      return workers.submit(() -> "42");
    }
  }

  static HttpHandler joining(List<CompletableFuture<String>> parts) {
    return exchange -> {
      List<String> bodies = new ArrayList<>();
      parts.stream().map(CompletableFuture::join).forEach(bodies::add); // expect: UnboundedWait
      exchange.sendResponseHeaders(200, bodies.size());
      exchange.close();
    };
  }

  static HttpHandler converting(String... command) {
    return exchange -> {
      Process process = new ProcessBuilder(command).start();
      try {
        process.waitFor(); // expect: UnboundedWait
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.close();
    };
  }

  /** A limit on one of them is none on the other. */
  synchronized long oneOfTwo(Future<Long> one, Future<Long> other) throws Exception {
    long first = one.get(1, TimeUnit.SECONDS);
    return first + other.get(); // expect: UnboundedWait
  }

  synchronized long notCancelled(Future<Long> price) throws Exception {
    return price.isCancelled() ? 0 : price.get(); // expect: UnboundedWait
  }

  /** Whoever made the request may have limited it. */
  static int status(HttpClient client, HttpRequest request) {
    return client
        .sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .join() // possible: UnboundedWait
        .statusCode();
  }

  /** A task may be there to wait. */
  void suggestedTask(CountDownLatch ready) {
    workers.execute(
        () -> {
          try {
            ready.await(); // possible: UnboundedWait
            total.set(0);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  void suggestedMonitorInTask() {
    workers.execute(
        () -> {
          synchronized (monitor) {
            try {
              monitor.wait(); // possible: UnboundedWait
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        });
  }

  long suggested(Future<Long> price) throws Exception {
    return price.get(); // possible: UnboundedWait
  }

  void suggestedBarrier(CyclicBarrier barrier, Thread worker) throws Exception {
    barrier.await(); // possible: UnboundedWait
    worker.join(); // possible: UnboundedWait
  }

  void suggestedSignal() throws InterruptedException {
    lock.lock();
    try {
      while (jobs.isEmpty()) {
        filled.await(); // possible: UnboundedWait
      }
    } finally {
      lock.unlock();
    }
  }

  synchronized void suggestedMonitor() throws InterruptedException {
    while (cached == 0) {
      wait(); // possible: UnboundedWait
    }
  }

  void suggestedMonitorOfAnother() throws InterruptedException {
    synchronized (getMonitor()) {
      while (cached == 0) {
        getMonitor().wait(); // possible: UnboundedWait
      }
    }
  }

  private Object getMonitor() {
    return monitor;
  }

  /** Counted, hence no consumer that runs for good. */
  int suggestedResults(List<Callable<Integer>> tasks) throws Exception {
    CompletionService<Integer> results = new ExecutorCompletionService<>(workers);
    tasks.forEach(results::submit);
    int sum = 0;
    for (int i = 0; i < tasks.size(); i++) {
      sum += results.take().get(); // possible: UnboundedWait
    }
    return sum;
  }
}

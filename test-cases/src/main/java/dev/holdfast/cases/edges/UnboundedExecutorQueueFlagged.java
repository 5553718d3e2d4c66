package dev.holdfast.cases.edges;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.holdfast.annotations.Accepted;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Executors that take more tasks than they will ever work off. */
@Accepted(
    rule = {"UnclosedResource", "OwnerNotCloseable"},
    because = "shows what waits in queues")
final class UnboundedExecutorQueueFlagged {
  private UnboundedExecutorQueueFlagged() {}

  /** Never gets beyond two threads: more are started only when the queue is full. */
  static Executor neverFull() {
    return new ThreadPoolExecutor( // possible: UnboundedExecutorQueue
        2, 8, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
  }

  static Executor fullAfterTwoThousandMillion() {
    return new ThreadPoolExecutor( // possible: UnboundedExecutorQueue
        2, 8, 1, TimeUnit.MINUTES, new LinkedBlockingDeque<>(Integer.MAX_VALUE));
  }

  static Executor mostUrgentFirst() {
    BlockingQueue<Runnable> queue = new PriorityBlockingQueue<>();
    return new ThreadPoolExecutor( // possible: UnboundedExecutorQueue
        4, 4, 0, TimeUnit.SECONDS, queue);
  }

  /** One task for each mail. */
  static final class Mails {
    private final ExecutorService senders =
        Executors.newFixedThreadPool(4); // possible: UnboundedExecutorQueue

    void send(Runnable mail) {
      senders.execute(mail);
    }

    void close() {
      senders.shutdown();
    }
  }

  static final class Audit {
    private static final ExecutorService LOG =
        Executors.newSingleThreadExecutor(); // possible: UnboundedExecutorQueue

    private Audit() {}

    static Future<?> write(Runnable entry) {
      return LOG.submit(entry);
    }
  }

  static final class Prices {
    private final Executor lookups;

    Prices(int threads) {
      lookups = Executors.newFixedThreadPool(threads); // possible: UnboundedExecutorQueue
    }

    CompletableFuture<Integer> of(Supplier<Integer> shop) {
      return CompletableFuture.supplyAsync(shop, lookups);
    }
  }

  static final class Previews {
    private final ExecutorService workers =
        Executors.newFixedThreadPool(2, Thread::new); // possible: UnboundedExecutorQueue

    void render(Iterable<Runnable> pages) {
      pages.forEach(page -> workers.execute(page));
    }
  }

  static final class Imports {
    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final ThreadPoolExecutor pool;

    Imports() {
      pool = new ThreadPoolExecutor(1, 4, 1, SECONDS, waiting); // possible: UnboundedExecutorQueue
    }

    void add(Runnable file) {
      pool.execute(file);
    }
  }

  static final class Lazily {
    private ExecutorService pool;

    synchronized void run(Runnable task) {
      if (pool == null) {
        pool = Executors.newFixedThreadPool(3); // possible: UnboundedExecutorQueue
      }
      pool.execute(task);
    }
  }

  static final class Shared {
    static final ExecutorService POOL =
        Executors.newFixedThreadPool(8); // possible: UnboundedExecutorQueue

    private Shared() {}
  }

  /** Whoever gets it feeds it. */
  static final class Given {
    private final ExecutorService pool =
        Executors.newFixedThreadPool(8); // possible: UnboundedExecutorQueue

    Executor pool() {
      return pool;
    }
  }
}

package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Executors whose tasks are few, refused at some point, or those of one method. */
@Accepted(
    rule = {"UnclosedResource", "OwnerNotCloseable"},
    because = "shows what waits in queues")
final class UnboundedExecutorQueueSilent {
  private UnboundedExecutorQueueSilent() {}

  static Executor fullAfterHundred() {
    return new ThreadPoolExecutor(2, 8, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(100));
  }

  static Executor capacityFromTheConfiguration(int capacity) {
    return new ThreadPoolExecutor(2, 8, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(capacity));
  }

  static Executor alwaysOfAFixedSize() {
    BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(50);
    return new ThreadPoolExecutor(2, 8, 1, TimeUnit.MINUTES, queue);
  }

  static Executor handsOver() {
    return new ThreadPoolExecutor(0, 64, 1, TimeUnit.MINUTES, new SynchronousQueue<>());
  }

  static Executor queueOfTheCaller(BlockingQueue<Runnable> queue) {
    return new ThreadPoolExecutor(2, 8, 1, TimeUnit.MINUTES, queue);
  }

  static Executor threadsInsteadOfAQueue() {
    return Executors.newCachedThreadPool();
  }

  static ScheduledExecutorService ofOneThread() {
    return Executors.newSingleThreadScheduledExecutor();
  }

  static ExecutorService stealing() {
    return new ForkJoinPool(4);
  }

  static <T> List<Future<T>> ofOneMethod(List<Callable<T>> tasks) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      return pool.invokeAll(tasks, 1, TimeUnit.MINUTES);
    } finally {
      pool.shutdown();
    }
  }

  static void endsWithTheMethod(List<Runnable> tasks) {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    for (Runnable task : tasks) {
      CompletableFuture.runAsync(task, pool);
    }
    pool.shutdown();
  }

  /** Data of its own: nobody runs it. */
  static BlockingQueue<String> names() {
    return new LinkedBlockingQueue<>();
  }

  /** A loop for each worker, and that is all. */
  static final class Loops {
    private final ExecutorService pool = Executors.newFixedThreadPool(2);

    void start(Runnable reader, Runnable writer) {
      pool.execute(reader);
      pool.execute(writer);
    }

    void stop() {
      pool.shutdownNow();
    }
  }

  static final class InTheConstructor {
    private final ExecutorService pool = Executors.newSingleThreadExecutor();

    InTheConstructor(Runnable loop) {
      pool.execute(loop);
    }
  }

  /** Whoever puts something in waits until it is done. */
  static final class WaitsForAll {
    private final ExecutorService pool = Executors.newFixedThreadPool(4);

    <T> List<Future<T>> all(List<Callable<T>> tasks) throws InterruptedException {
      return pool.invokeAll(tasks, 10, TimeUnit.SECONDS);
    }
  }

  static final class Counted {
    private final Semaphore room = new Semaphore(100);
    private final ExecutorService pool = Executors.newFixedThreadPool(4);

    boolean offer(Runnable task) {
      if (!room.tryAcquire()) {
        return false;
      }
      pool.execute(
          () -> {
            try {
              task.run();
            } finally {
              room.release();
            }
          });
      return true;
    }
  }

  static final class Asked {
    private final ThreadPoolExecutor pool =
        new ThreadPoolExecutor(2, 2, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());

    void add(Runnable task) {
      if (pool.getQueue().size() > 1_000) {
        throw new IllegalStateException("too much to do");
      }
      pool.execute(task);
    }
  }
}

package dev.holdfast.cases.edges;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.OkHttpClient;

/** Methods that are told how long they may take, and do not look at it. */
final class DroppedDeadlineFlaggedParameters {
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Semaphore permits = new Semaphore(4);
  private boolean ready;

  String answer(Future<String> future, long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return future.get(); // expect: DroppedDeadline
  }

  void awaitStart(CountDownLatch started, Duration timeout) throws InterruptedException {
    started.await(); // expect: DroppedDeadline
  }

  String next(BlockingQueue<String> orders, long timeoutMillis) throws InterruptedException {
    return orders.take(); // expect: DroppedDeadline
  }

  int exit(ProcessBuilder command, int timeoutSeconds) throws IOException, InterruptedException {
    Process process = command.start();
    return process.waitFor(); // expect: DroppedDeadline
  }

  void stop(Thread worker, Duration deadline) throws InterruptedException {
    worker.interrupt();
    worker.join(); // expect: DroppedDeadline
  }

  void enter(long maxWaitMillis) throws InterruptedException {
    permits.acquire(); // expect: DroppedDeadline
  }

  String joined(CompletableFuture<String> answer, Duration requestTimeout) {
    return answer.thenApply(String::trim).join(); // expect: DroppedDeadline
  }

  /** With the lock in hand, too. */
  void awaitReady(long timeoutNanos) throws InterruptedException {
    lock.lock();
    try {
      while (!ready) {
        changed.await(); // expect: DroppedDeadline
      }
    } finally {
      lock.unlock();
    }
  }

  /** It is another one that is waited for, so there is something to pass on. */
  static final class Renamed implements Future<String> {
    private final Future<String> delegate;

    Renamed(Future<String> delegate) {
      this.delegate = delegate;
    }

    @Override
    public String get() throws InterruptedException, ExecutionException {
      return delegate.get();
    }

    @Override
    public String get(long time, TimeUnit unit) throws InterruptedException, ExecutionException {
      return "renamed " + delegate.get(); // expect: DroppedDeadline
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
      return delegate.cancel(mayInterrupt);
    }

    @Override
    public boolean isCancelled() {
      return delegate.isCancelled();
    }

    @Override
    public boolean isDone() {
      return delegate.isDone();
    }
  }

  boolean submitted(ExecutorService pool, Runnable work, Duration timeout)
      throws InterruptedException, ExecutionException {
    Future<?> done = pool.submit(work);
    done.get(); // expect: DroppedDeadline
    return true;
  }

  long rows(Connection connection, int timeoutSeconds) throws SQLException {
    try (Statement statement = connection.createStatement(); // expect: DroppedDeadline
        ResultSet rows = statement.executeQuery("select count(*) from orders")) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  OkHttpClient client(Duration timeout) {
    return new OkHttpClient.Builder().build(); // expect: DroppedDeadline
  }
}

package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.OkHttpClient;

/** Limits that methods are given and that hold, on whichever way. */
@Accepted(rule = "UnboundedWait", because = "shows what becomes of limits")
final class DroppedDeadlineSilentParameters {
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean ready;

  String passedOn(Future<String> future, long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return future.get(timeout, unit);
  }

  /** Enforced around: the task itself may wait. */
  String around(ExecutorService pool, CountDownLatch started, Duration timeout)
      throws InterruptedException, ExecutionException, TimeoutException {
    Future<String> answer =
        pool.submit(
            () -> {
              started.await();
              return "started";
            });
    return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  String setBefore(CompletableFuture<String> answer, Duration timeout) {
    answer.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    return answer.join();
  }

  boolean inALoop(long timeoutNanos) throws InterruptedException {
    long left = timeoutNanos;
    lock.lock();
    try {
      while (!ready && left > 0) {
        left = changed.awaitNanos(left);
      }
      return ready;
    } finally {
      lock.unlock();
    }
  }

  /** Zero means for ever, as its callers know. */
  void eitherWay(CountDownLatch started, long timeoutMillis) throws InterruptedException {
    if (timeoutMillis == 0) {
      started.await();
    } else if (!started.await(timeoutMillis, TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("not started");
    }
  }

  String known(Future<String> future, Duration timeout)
      throws InterruptedException, ExecutionException {
    return future.isDone() ? future.get() : "too early";
  }

  /** A guard elsewhere is told, and ends what takes too long. */
  int guarded(Process process, Duration timeout, Guard guard) throws InterruptedException {
    guard.watch(process, timeout);
    return process.waitFor();
  }

  interface Guard {
    void watch(Process process, Duration timeout);
  }

  /** No wait that has a limit to give. */
  String retried(BlockingQueue<String> orders, int timeoutRetries) throws InterruptedException {
    return orders.take();
  }

  void noLimitGiven(CountDownLatch started, Duration pause) throws InterruptedException {
    started.await();
  }

  /** What is there need not be waited for. */
  static final class There implements Future<String> {
    private final String value;

    There(String value) {
      this.value = value;
    }

    @Override
    public String get() {
      return value;
    }

    @Override
    public String get(long timeout, TimeUnit unit) {
      return get();
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
      return false;
    }

    @Override
    public boolean isCancelled() {
      return false;
    }

    @Override
    public boolean isDone() {
      return true;
    }
  }

  /** The task that it makes waits, not the method. */
  Runnable later(CountDownLatch started, Duration timeout) {
    return () -> {
      try {
        started.await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    };
  }

  long rows(Connection connection, int timeoutSeconds) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(timeoutSeconds);
      try (ResultSet rows = statement.executeQuery("select count(*) from orders")) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  OkHttpClient client(Duration timeout) {
    return new OkHttpClient.Builder().callTimeout(timeout).build();
  }

  OkHttpClient derived(OkHttpClient shared, Duration connectTimeout) {
    return shared.newBuilder().connectTimeout(connectTimeout).build();
  }

  /** A limit that it sets itself in the place of what it is told. */
  OkHttpClient fixed(Duration timeout) {
    return new OkHttpClient.Builder().callTimeout(Duration.ofSeconds(5)).build();
  }

  String bounded(BlockingQueue<String> orders, Duration timeout) throws InterruptedException {
    String first = orders.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
    return first == null ? "none" : first;
  }
}

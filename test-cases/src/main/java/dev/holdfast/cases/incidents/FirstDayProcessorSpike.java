package dev.holdfast.cases.incidents;

import dev.holdfast.cases.loopback.Upstream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.ObjectPool;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;

/**
 * An authentication service ran its processors at 95 % from the first night on.
 *
 * <p>7,921 of 8,500 lines of execution stood in a read that had no limit; the login route answered
 * 37 times slower. The health check asked its backend without a deadline, took longer than the 30
 * seconds the platform allows, and so the instance was restarted again and again, which brought a
 * storm of new connections each time. In the audit log, meanwhile, lines were empty or carried the
 * name of somebody else: tasks still held buffers that had long gone back to their pool.
 */
public final class FirstDayProcessorSpike {
  private FirstDayProcessorSpike() {}

  /** Waits for as long as the backend likes; audits with borrowed buffers. */
  static final class Before {
    private final HttpClient client = HttpClient.newHttpClient(); // expect: MissingHttpTimeout
    private final ObjectPool<StringBuilder> buffers;

    Before(ObjectPool<StringBuilder> buffers) {
      this.buffers = buffers;
    }

    boolean isHealthy(URI backend) throws IOException, InterruptedException {
      HttpRequest request = HttpRequest.newBuilder(backend).build(); // expect: MissingHttpTimeout
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }

    void audit(String user, Executor later, List<String> log) throws Exception {
      StringBuilder line = buffers.borrowObject();
      try {
        line.append("login of ").append(user);
        later.execute(() -> log.add(line.toString())); // expect: PooledObjectEscapes
      } finally {
        buffers.returnObject(line);
      }
    }
  }

  /** Every exchange ends; a task gets text, which nobody can change any more. */
  static final class After {
    private final HttpClient client;
    private final Duration limit;
    private final ObjectPool<StringBuilder> buffers;

    After(Duration limit, ObjectPool<StringBuilder> buffers) {
      this.limit = limit;
      this.buffers = buffers;
      client = HttpClient.newBuilder().connectTimeout(limit).build();
    }

    boolean isHealthy(URI backend) throws IOException, InterruptedException {
      HttpRequest request = HttpRequest.newBuilder(backend).timeout(limit).build();
      try {
        return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
      } catch (HttpTimeoutException e) {
        return false;
      }
    }

    void audit(String user, Executor later, List<String> log) throws Exception {
      String entry = entry(user);
      later.execute(() -> log.add(entry));
    }

    private String entry(String user) throws Exception {
      StringBuilder line = buffers.borrowObject();
      try {
        return line.append("login of ").append(user).toString();
      } finally {
        buffers.returnObject(line);
      }
    }
  }

  /** Eight health checks against a backend that is up and says nothing. */
  public static Figures reproduce() throws Exception {
    int checks = 8;
    try (Upstream backend = Upstream.silent();
        Upstream other = Upstream.silent();
        GenericObjectPool<StringBuilder> buffers = new GenericObjectPool<>(new Buffers())) {
      buffers.setMaxWait(Duration.ofMillis(50));
      Before before = new Before(buffers);
      After after = new After(Duration.ofMillis(200), buffers);
      List<Thread> waiting = start(checks, () -> before.isHealthy(backend.uri("/ready")));
      List<Thread> bounded = start(checks, () -> after.isHealthy(other.uri("/ready")));
      for (Thread thread : bounded) {
        thread.join(10_000);
      }
      int stuckBefore = alive(waiting);
      int stuckAfter = alive(bounded);
      backend.hangUp();
      for (Thread thread : waiting) {
        thread.join(10_000);
      }
      return new Figures(
          stuckBefore, stuckAfter, alive(waiting), log(before::audit), log(after::audit));
    }
  }

  /** Two logins, whose entries are written after both requests have ended. */
  private static List<String> log(Audit audit) throws Exception {
    List<Runnable> queue = new ArrayList<>();
    List<String> log = new ArrayList<>();
    audit.audit("ann", queue::add, log);
    audit.audit("bob", queue::add, log);
    queue.forEach(Runnable::run);
    return log;
  }

  private static List<Thread> start(int count, Callable<?> check) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  check.call();
                } catch (Exception e) {
                  // hung up on: the thread is free again
                }
              },
              "health check " + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    return threads;
  }

  private static int alive(List<Thread> threads) {
    return (int) threads.stream().filter(Thread::isAlive).count();
  }

  /** A way to write an audit log. */
  private interface Audit {
    void audit(String user, Executor later, List<String> log) throws Exception;
  }

  /**
   * What {@link #reproduce()} measured.
   *
   * @param stuckBefore health checks still waiting when those with a limit had ended
   * @param stuckAfter those with a limit still waiting
   * @param stuckAfterHangUp health checks still waiting after the backend hung up on them
   * @param logBefore audit entries of two logins, written from borrowed buffers
   * @param logAfter the same, written from text
   */
  public record Figures(
      int stuckBefore,
      int stuckAfter,
      int stuckAfterHangUp,
      List<String> logBefore,
      List<String> logAfter) {}

  /** Buffers that are emptied when they come back. */
  private static final class Buffers extends BasePooledObjectFactory<StringBuilder> {
    @Override
    public StringBuilder create() {
      return new StringBuilder(64);
    }

    @Override
    public PooledObject<StringBuilder> wrap(StringBuilder buffer) {
      return new DefaultPooledObject<>(buffer);
    }

    @Override
    public void passivateObject(PooledObject<StringBuilder> pooled) {
      pooled.getObject().setLength(0);
    }
  }
}

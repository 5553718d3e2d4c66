package dev.holdfast.cases.modern;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.commons.pool2.impl.GenericObjectPool;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;

/** Constructors that work before they call another, virtual threads, unnamed variables. */
final class PooledConstructors {
  private PooledConstructors() {}

  static class Command {
    final String name;

    Command(String name) {
      this.name = name;
    }
  }

  /** Borrows in the prologue, and gives back there. */
  static final class Ping extends Command {
    final String answer;

    Ping(JedisPool redis) {
      String pong;
      try (Jedis jedis = redis.getResource()) {
        pong = jedis.ping();
      }
      answer = pong;
      super("ping");
    }
  }

  /** Borrows in the prologue, and forgets. */
  static final class Select extends Command {
    Select(JedisPool redis, int index) {
      if (index < 0) {
        throw new IllegalArgumentException("no database " + index);
      }
      Jedis jedis = redis.getResource(); // expect: PooledObjectNotReturned
      String answer = jedis.select(index);
      super(answer);
    }
  }

  static void capturedByAVirtualThread(GenericObjectPool<StringBuilder> pool) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    try {
      Thread.startVirtualThread(() -> buffer.append("late")); // expect: PooledObjectEscapes
    } finally {
      pool.returnObject(buffer);
    }
  }

  static void oneForEachVirtualThread(GenericObjectPool<StringBuilder> pool) {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var _ =
          executor.submit(
              () -> {
                StringBuilder buffer = pool.borrowObject();
                try {
                  return buffer.append("own").toString();
                } finally {
                  pool.returnObject(buffer);
                }
              });
    }
  }

  static int usedInTheNextSwitch(GenericObjectPool<StringBuilder> pool, Object value)
      throws Exception {
    StringBuilder buffer = pool.borrowObject();
    String text =
        switch (value) {
          case String s when !s.isEmpty() -> buffer.append(s).toString();
          case Integer i -> buffer.append(i).toString();
          case null, default -> "";
        };
    pool.returnObject(buffer);
    return switch (text) {
      case "" -> 0;
      default -> buffer.length(); // expect: PooledObjectUsedAfterReturn
    };
  }
}

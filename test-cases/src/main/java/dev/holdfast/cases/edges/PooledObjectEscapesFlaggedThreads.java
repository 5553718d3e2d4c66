package dev.holdfast.cases.edges;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.apache.commons.pool2.ObjectPool;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.Pipeline;

/** Still in use by a thread of its own, or still kept, when the next borrower has it. */
final class PooledObjectEscapesFlaggedThreads {
  private final ObjectPool<Probe> probes;
  private final Map<String, Probe> open = new ConcurrentHashMap<>();

  PooledObjectEscapesFlaggedThreads(ObjectPool<Probe> probes) {
    this.probes = probes;
  }

  void threadOfItsOwnClass() throws Exception {
    Probe probe = probes.borrowObject();
    try {
      new Ticker(probe).start(); // expect: PooledObjectEscapes
    } finally {
      probes.returnObject(probe);
    }
  }

  void anonymousThread() throws Exception {
    Probe probe = probes.borrowObject();
    try {
      Thread ticker =
          new Thread("ticker") {
            @Override
            public void run() {
              probe.tick();
            }
          };
      ticker.start(); // expect: PooledObjectEscapes
    } finally {
      probes.returnObject(probe);
    }
  }

  void awaitedTooLate(ExecutorService executor) throws Exception {
    Probe probe = probes.borrowObject();
    Future<?> ticks = executor.submit(probe::tick); // expect: PooledObjectEscapes
    probes.returnObject(probe);
    ticks.get(); // possible: UnboundedWait
  }

  void removedOnOneBranchOnly(String key) throws Exception {
    Probe probe = probes.borrowObject();
    open.put(key, probe); // expect: PooledObjectEscapes
    if (probe.tick()) {
      open.remove(key);
    }
    probes.returnObject(probe);
  }

  Pipeline pipelineOfAJedisGivenBack(JedisPool redis) {
    try (Jedis jedis = redis.getResource()) {
      return jedis.pipelined(); // expect: PooledObjectEscapes
    }
  }

  Probe lastOpened(String key) {
    return open.get(key);
  }

  static final class Ticker extends Thread {
    private final Probe probe;

    Ticker(Probe probe) {
      this.probe = probe;
    }

    @Override
    public void run() {
      probe.tick();
    }
  }

  interface Probe {
    boolean tick();
  }
}

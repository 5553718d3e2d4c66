package dev.holdfast.cases.edges;

import java.io.IOException;
import java.util.List;
import org.apache.commons.pool2.ObjectPool;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;

/** A pool counts dead objects like any others: their state excuses nothing. */
final class PooledObjectNotReturnedFlaggedGuards {
  private final ObjectPool<Wire> wires;

  PooledObjectNotReturnedFlaggedGuards(ObjectPool<Wire> wires) {
    this.wires = wires;
  }

  void deadOnesAreSkipped(List<String> texts) throws Exception {
    for (String text : texts) {
      Wire wire = wires.borrowObject(); // expect: PooledObjectNotReturned
      if (!wire.isAlive()) {
        continue;
      }
      try {
        wire.send(text);
      } finally {
        wires.returnObject(wire);
      }
    }
  }

  void givenBackByAHelperIfAlive(String text) throws Exception {
    Wire wire = wires.borrowObject(); // expect: PooledObjectNotReturned
    try {
      wire.send(text);
    } finally {
      release(wire);
    }
  }

  private void release(Wire wire) throws Exception {
    if (wire.isAlive()) {
      wires.returnObject(wire);
    }
  }

  /** Where a lease is closed it goes back; that its connection is dead does not close it. */
  static boolean replacedIfDead(JedisPool pool, String key) {
    Jedis redis = pool.getResource(); // expect: PooledObjectNotReturned
    if (!redis.isConnected()) {
      redis = pool.getResource();
    }
    try {
      return redis.exists(key);
    } finally {
      redis.close();
    }
  }

  /** No lease, nobody to close it. */
  static final class Greeting implements AutoCloseable {
    private final ObjectPool<Wire> wires;
    private final Wire wire;

    Greeting(ObjectPool<Wire> wires) throws Exception {
      this.wires = wires;
      this.wire = wires.borrowObject(); // expect: PooledObjectNotReturned
      wire.send("hello");
    }

    @Override
    public void close() throws Exception {
      wires.returnObject(wire);
    }
  }

  interface Wire {
    boolean isAlive();

    void send(String text) throws IOException;
  }
}

package dev.holdfast.cases.edges;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.pool2.KeyedObjectPool;
import org.apache.commons.pool2.ObjectPool;
import org.apache.commons.pool2.PooledObjectFactory;
import org.apache.commons.pool2.impl.GenericObjectPool;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;

/** Objects given to a pool that does not know them. */
final class ForeignObjectReturnedFlagged {
  private final ObjectPool<StringBuilder> small;
  private final ObjectPool<StringBuilder> large;
  private final JedisPool redis;

  ForeignObjectReturnedFlagged(
      ObjectPool<StringBuilder> small, ObjectPool<StringBuilder> large, JedisPool redis) {
    this.small = small;
    this.large = large;
    this.redis = redis;
  }

  void madeHere(String line) throws Exception {
    StringBuilder buffer = new StringBuilder(line);
    small.returnObject(buffer); // expect: ForeignObjectReturned
  }

  void madeInPassing() throws Exception {
    small.returnObject(new StringBuilder()); // expect: ForeignObjectReturned
  }

  void replacedBeforeTheReturn(String line) throws Exception {
    StringBuilder buffer = small.borrowObject();
    try {
      buffer.append(line);
    } finally {
      small.invalidateObject(buffer);
      buffer = new StringBuilder();
      small.returnObject(buffer); // expect: ForeignObjectReturned
    }
  }

  void intoTheOtherField(String line) throws Exception {
    StringBuilder buffer = small.borrowObject();
    try {
      buffer.append(line);
    } finally {
      large.returnObject(buffer); // expect: ForeignObjectReturned
    }
  }

  void intoTheOtherParameter(
      GenericObjectPool<Map<String, String>> left, GenericObjectPool<Map<String, String>> right)
      throws Exception {
    Map<String, String> row = left.borrowObject();
    right.returnObject(row); // expect: ForeignObjectReturned
  }

  void invalidatedElsewhere() throws Exception {
    StringBuilder buffer = large.borrowObject();
    small.invalidateObject(buffer); // expect: ForeignObjectReturned
  }

  void underAKey(KeyedObjectPool<String, Map<String, String>> rows) throws Exception {
    rows.returnObject("orders", new HashMap<>()); // expect: ForeignObjectReturned
  }

  void connectionOfOnesOwn(String host) {
    Jedis jedis = new Jedis(host);
    jedis.ping();
    redis.returnResource(jedis); // expect: ForeignObjectReturned
  }

  void onEitherBranch(boolean roomy) throws Exception {
    StringBuilder buffer = roomy ? new StringBuilder(4_096) : new StringBuilder();
    small.returnObject(buffer); // expect: ForeignObjectReturned
  }

  void ownPools(FrameBuffers reads, FrameBuffers writes) {
    ByteBuffer frame = reads.take();
    writes.give(frame); // expect: ForeignObjectReturned
  }

  /** Nothing of the pool ever leaves the class, so what somebody else gives is not from there. */
  static final class Mirror {
    interface Line {
      void store(byte[] file);
    }

    interface Connector {
      Line login(String user);
    }

    private final GenericObjectPool<Line> lines;
    private final Connector connector;

    Mirror(Connector connector, PooledObjectFactory<Line> factory) {
      this.connector = connector;
      this.lines = new GenericObjectPool<>(factory);
      this.lines.setMaxWait(Duration.ofSeconds(10));
    }

    void push(byte[] file) throws Exception {
      Line line = lines.borrowObject();
      try {
        line.store(file);
      } finally {
        lines.returnObject(line);
      }
    }

    void pushAs(String user, byte[] file) {
      Line own = connector.login(user);
      try {
        own.store(file);
      } finally {
        lines.returnObject(own); // expect: ForeignObjectReturned
      }
    }

    void close() {
      lines.close();
    }
  }
}

package dev.holdfast.cases.edges;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import org.apache.commons.pool2.ObjectPool;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Transaction;

/** Used through what lives in it, or after a way of giving it back that is easily overlooked. */
abstract class PooledObjectUsedAfterReturnFlaggedViews {
  private final JedisPool pool;
  private final ObjectPool<StringWriter> writers;

  PooledObjectUsedAfterReturnFlaggedViews(JedisPool pool, ObjectPool<StringWriter> writers) {
    this.pool = pool;
    this.writers = writers;
  }

  abstract void fill(StringWriter text);

  void batchOnAConnectionThatIsGone(Map<String, String> names) {
    Jedis redis = pool.getResource();
    Pipeline batch = redis.pipelined();
    names.forEach((user, name) -> batch.set(user, name));
    redis.close();
    batch.sync(); // expect: PooledObjectUsedAfterReturn
  }

  void transactionOfAClosedLease(String user) {
    Transaction change;
    try (Jedis redis = pool.getResource()) {
      change = redis.multi();
      change.incr(user);
    }
    change.exec(); // expect: PooledObjectUsedAfterReturn
  }

  String filledByAnybody() throws Exception {
    StringWriter text = writers.borrowObject();
    try {
      fill(text);
    } finally {
      writers.returnObject(text);
    }
    return text.toString(); // expect: PooledObjectUsedAfterReturn
  }

  int givenBackByALambda(String row) throws Exception {
    StringWriter text = writers.borrowObject();
    Returner giveBack = () -> writers.returnObject(text);
    text.append(row);
    giveBack.run();
    return text.getBuffer().length(); // expect: PooledObjectUsedAfterReturn
  }

  String givenBackByAHelperThatMayThrow(String row) throws Exception {
    StringWriter text = writers.borrowObject();
    text.append(row);
    finish(text, row);
    return text.toString(); // expect: PooledObjectUsedAfterReturn
  }

  private void finish(StringWriter text, String row) throws Exception {
    writers.returnObject(text);
    if (row.isEmpty()) {
      throw new IOException("nothing written");
    }
  }

  interface Returner {
    void run() throws Exception;
  }
}

package dev.holdfast.cases.edges;

import java.io.StringWriter;
import java.util.Map;
import org.apache.commons.pool2.ObjectPool;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;

/** Views that end before their object goes back, and functions that give it back at the end. */
final class PooledObjectUsedAfterReturnSilentViews {
  private final JedisPool pool;
  private final ObjectPool<StringWriter> writers;

  PooledObjectUsedAfterReturnSilentViews(JedisPool pool, ObjectPool<StringWriter> writers) {
    this.pool = pool;
    this.writers = writers;
  }

  String answerIsRead(String user) {
    Response<String> name;
    try (Jedis redis = pool.getResource()) {
      Pipeline batch = redis.pipelined();
      name = batch.get(user);
      batch.sync();
    }
    return name.get();
  }

  void closedInOrder(Map<String, String> names) {
    try (Jedis redis = pool.getResource();
        Pipeline batch = redis.pipelined()) {
      names.forEach((user, name) -> batch.set(user, name));
    }
  }

  int givenBackByALambdaAtTheEnd(String row) throws Exception {
    StringWriter text = writers.borrowObject();
    PooledObjectUsedAfterReturnFlaggedViews.Returner giveBack = () -> writers.returnObject(text);
    try {
      return text.append(row).getBuffer().length();
    } finally {
      giveBack.run();
    }
  }
}

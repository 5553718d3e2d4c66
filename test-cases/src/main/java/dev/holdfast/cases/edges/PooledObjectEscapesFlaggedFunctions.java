package dev.holdfast.cases.edges;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;

/** What runs later with an object that is given back by then, or holds the object itself. */
final class PooledObjectEscapesFlaggedFunctions {
  private final JedisPool pool;

  PooledObjectEscapesFlaggedFunctions(JedisPool pool) {
    this.pool = pool;
  }

  Stream<String> streamThatNobodyHasConsumed(List<String> users) {
    try (Jedis redis = pool.getResource()) {
      return users.stream().map(redis::get).sorted(); // expect: PooledObjectEscapes
    }
  }

  Iterator<String> iterator(List<String> users) {
    try (Jedis redis = pool.getResource()) {
      return users.stream().map(user -> redis.get(user)).iterator(); // expect: PooledObjectEscapes
    }
  }

  Supplier<String> supplier(String user) {
    try (Jedis redis = pool.getResource()) {
      return () -> redis.get(user); // expect: PooledObjectEscapes
    }
  }

  List<Jedis> returnedByTheFunction(List<String> users) {
    try (Jedis redis = pool.getResource()) {
      return users.stream().map(user -> redis).toList(); // expect: PooledObjectEscapes
    }
  }

  Optional<Jedis> inAnOptional() {
    try (Jedis redis = pool.getResource()) {
      return Optional.of(redis).filter(one -> one.exists("a")); // expect: PooledObjectEscapes
    }
  }
}

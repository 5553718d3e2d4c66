package dev.holdfast.cases.edges;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.pool2.ObjectPool;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;

/** Functions that use a leased object and are run before it is given back leave nothing behind. */
final class PooledObjectEscapesSilentFunctions {
  private final JedisPool pool;
  private final ObjectPool<StringBuilder> buffers;
  private final Map<String, String> cache;

  PooledObjectEscapesSilentFunctions(
      JedisPool pool, ObjectPool<StringBuilder> buffers, Map<String, String> cache) {
    this.pool = pool;
    this.buffers = buffers;
    this.cache = cache;
  }

  List<String> valuesByAReference(List<String> users) {
    try (Jedis redis = pool.getResource()) {
      return users.stream().map(redis::get).filter(Objects::nonNull).sorted().toList();
    }
  }

  Map<String, Long> lengthsByUser(Collection<String> users) {
    try (Jedis redis = pool.getResource()) {
      return users.stream()
          .collect(Collectors.toMap(user -> user, user -> redis.strlen("name:" + user)));
    }
  }

  Set<String> distinct(Collection<String> users) {
    try (Jedis redis = pool.getResource()) {
      return users.stream().map(user -> redis.get(user)).collect(Collectors.toSet());
    }
  }

  Optional<String> first(List<String> users) {
    try (Jedis redis = pool.getResource()) {
      return users.stream().map(redis::get).filter(name -> name != null).findFirst();
    }
  }

  String joined(List<String> users) {
    try (Jedis redis = pool.getResource()) {
      return users.stream().map(redis::get).reduce("", (all, name) -> all + name);
    }
  }

  Object[] inAnArray(List<String> users) {
    try (Jedis redis = pool.getResource()) {
      return users.stream().map(redis::get).toArray();
    }
  }

  Optional<String> mapped(Optional<String> user) {
    try (Jedis redis = pool.getResource()) {
      return user.map(name -> redis.get(name)).filter(name -> redis.exists(name));
    }
  }

  Optional<String> orAnOlderOne(Optional<String> name) {
    try (Jedis redis = pool.getResource()) {
      return name.or(() -> Optional.ofNullable(redis.get("name")));
    }
  }

  String orElse(Optional<String> name) {
    try (Jedis redis = pool.getResource()) {
      return name.orElseGet(() -> redis.get("name"));
    }
  }

  String cached(String user) {
    try (Jedis redis = pool.getResource()) {
      return cache.computeIfAbsent(user, missing -> redis.get(missing));
    }
  }

  List<String> batch(List<String> users) {
    try (Jedis redis = pool.getResource();
        Pipeline batch = redis.pipelined()) {
      List<Response<String>> names = users.stream().map(user -> batch.get(user)).toList();
      batch.sync();
      return names.stream().map(Response::get).toList();
    }
  }

  List<String> padded(List<String> rows) throws Exception {
    StringBuilder text = buffers.borrowObject();
    try {
      return rows.stream().map(row -> pad(text, row)).toList();
    } finally {
      buffers.returnObject(text);
    }
  }

  List<String> byAHelper(List<String> users) {
    try (Jedis redis = pool.getResource()) {
      return each(users, user -> redis.get(user));
    }
  }

  private static String pad(StringBuilder text, String row) {
    text.setLength(0);
    return text.append("  ").append(row).toString();
  }

  private static <A, B> List<B> each(List<A> all, Function<A, B> function) {
    List<B> results = new ArrayList<>();
    for (A one : all) {
      results.add(function.apply(one));
    }
    return results;
  }
}

package dev.holdfast.cases.edges;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.google.common.cache.CacheBuilder;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Caches with a bound of any kind, few keys, or a short life. */
final class UnboundedCacheSilent {
  private static final Cache<String, String> NAMES =
      Caffeine.newBuilder().maximumSize(10_000).build();

  /** As many as there are classes. */
  private static final Cache<Class<?>, List<Method>> METHODS = Caffeine.newBuilder().build();

  private final Cache<TimeUnit, String> units = Caffeine.newBuilder().build();

  /** Emptied by hand. */
  private final Cache<String, String> sessions = Caffeine.newBuilder().build();

  private final int limit;

  UnboundedCacheSilent(int limit) {
    this.limit = limit;
  }

  Cache<String, String> bySize() {
    return Caffeine.newBuilder().maximumSize(limit).build();
  }

  Cache<String, String> byWeight() {
    return Caffeine.newBuilder()
        .maximumWeight(1_000_000)
        .weigher((String key, String value) -> value.length())
        .build();
  }

  Cache<String, String> byAge() {
    return Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10)).build();
  }

  Cache<String, String> byLastUse() {
    return Caffeine.newBuilder().expireAfterAccess(1, TimeUnit.HOURS).build();
  }

  Cache<Object, String> weakKeys() {
    return Caffeine.newBuilder().weakKeys().build();
  }

  Cache<String, Object> softValues() {
    return Caffeine.newBuilder().softValues().build();
  }

  LoadingCache<String, Integer> guarded(boolean big) {
    Caffeine<Object, Object> builder = Caffeine.newBuilder();
    if (big) {
      builder.maximumSize(1_000_000);
    } else {
      builder.maximumSize(100);
    }
    return builder.build(String::length);
  }

  com.google.common.cache.Cache<String, String> guava() {
    return CacheBuilder.newBuilder().maximumSize(500).build();
  }

  com.google.common.cache.Cache<String, String> guavaByAge() {
    return CacheBuilder.newBuilder().expireAfterWrite(5, TimeUnit.MINUTES).build();
  }

  Cache<String, String> ofTheCaller(Caffeine<Object, Object> builder) {
    return builder.build();
  }

  Cache<String, String> ofAHelper() {
    return bounded(Caffeine.newBuilder()).build();
  }

  private static Caffeine<Object, Object> bounded(Caffeine<Object, Object> builder) {
    return builder.maximumSize(1_000);
  }

  /** What an operator wrote says how many. */
  Cache<String, String> ofASpecification(String specification) {
    return Caffeine.from(specification).build();
  }

  com.google.common.cache.Cache<String, String> ofAGuavaSpecification() {
    return CacheBuilder.from(System.getProperty("names.cache", "maximumSize=100")).build();
  }

  /** Ends with the method. */
  int longest(List<String> words) {
    Cache<String, Integer> lengths = Caffeine.newBuilder().build();
    int longest = 0;
    for (String word : words) {
      longest = Math.max(longest, lengths.get(word, String::length));
    }
    return longest;
  }

  void ended(String session) {
    sessions.invalidate(session);
  }

  String name(String key) {
    METHODS.put(String.class, List.of());
    units.put(TimeUnit.DAYS, key);
    return NAMES.getIfPresent(key);
  }
}

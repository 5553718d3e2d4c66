package dev.holdfast.cases.edges;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import java.time.Duration;
import java.util.Map;

/** Caches that keep all they ever got. */
final class UnboundedCacheFlagged {
  private static final Cache<String, String> NAMES =
      Caffeine.newBuilder().build(); // expect: UnboundedCache

  private final Cache<Long, byte[]> thumbnails =
      Caffeine.newBuilder().build(); // expect: UnboundedCache

  private final com.google.common.cache.Cache<String, String> addresses;

  UnboundedCacheFlagged() {
    addresses = CacheBuilder.newBuilder().concurrencyLevel(4).build(); // expect: UnboundedCache
  }

  Cache<String, String> returned() {
    return Caffeine.newBuilder().initialCapacity(100).build(); // expect: UnboundedCache
  }

  LoadingCache<String, Integer> loading() {
    return Caffeine.newBuilder().build(String::length); // expect: UnboundedCache
  }

  AsyncCache<String, Integer> asynchronous() {
    return Caffeine.newBuilder().buildAsync(); // expect: UnboundedCache
  }

  /** What is refreshed is kept all the same. */
  LoadingCache<String, Integer> refreshed() {
    return Caffeine.newBuilder()
        .refreshAfterWrite(Duration.ofMinutes(5))
        .build(String::length); // expect: UnboundedCache
  }

  Cache<String, String> asManyAsALongCounts() {
    return Caffeine.newBuilder().maximumSize(Long.MAX_VALUE).build(); // expect: UnboundedCache
  }

  Cache<String, String> keptInALocal() {
    Caffeine<Object, Object> builder = Caffeine.newBuilder();
    builder.recordStats();
    return builder.build(); // expect: UnboundedCache
  }

  Map<String, String> asMap() {
    Cache<String, String> cache = Caffeine.newBuilder().build(); // expect: UnboundedCache
    return cache.asMap();
  }

  com.google.common.cache.LoadingCache<String, Integer> guava() {
    return CacheBuilder.newBuilder()
        .recordStats()
        .build(CacheLoader.from(String::length)); // expect: UnboundedCache
  }

  void handedOn(Map<String, Cache<String, String>> caches) {
    Cache<String, String> cache = Caffeine.newBuilder().build(); // expect: UnboundedCache
    caches.put("names", cache);
  }

  String name(String key) {
    String address = addresses.getIfPresent(key);
    thumbnails.put(1L, new byte[16]);
    return address == null ? NAMES.getIfPresent(key) : address;
  }
}

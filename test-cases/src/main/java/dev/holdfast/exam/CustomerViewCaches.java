package dev.holdfast.exam;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.util.Set;
import java.util.function.LongFunction;

public class CustomerViewCaches {

  public record CustomerView(long id, String name, String segment) {}

  private final LoadingCache<Long, CustomerView> views;
  private final Cache<String, Set<String>> permissions;

  public CustomerViewCaches(LongFunction<CustomerView> loader) {
    this.views =
        Caffeine.newBuilder()
            .initialCapacity(256)
            .recordStats()
            .build(loader::apply); // expect: UnboundedCache
    this.permissions = tuned().build(); // expect: UnboundedCache
  }

  public CustomerView view(long customerId) {
    return views.get(customerId);
  }

  public boolean isPermitted(String sessionId, String permission) {
    Set<String> granted = permissions.getIfPresent(sessionId);
    return granted != null && granted.contains(permission);
  }

  public void remember(String sessionId, Set<String> granted) {
    permissions.put(sessionId, Set.copyOf(granted));
  }

  private static CacheBuilder<Object, Object> tuned() {
    return CacheBuilder.newBuilder().concurrencyLevel(8).recordStats();
  }
}

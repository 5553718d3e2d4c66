package dev.holdfast.exam;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/** Lookup tables of the pricing engine. */
final class PriceListRegistry {

  enum Region {
    NORTH,
    SOUTH,
    EAST,
    WEST
  }

  private static final int RECENT = 500;

  private static final Map<Region, String> LISTS =
      Collections.synchronizedMap(new EnumMap<>(Region.class));
  private static final Map<Class<?>, String> LABELS = new ConcurrentHashMap<>();
  private static final Map<Thread, Instant> WORKERS =
      Collections.synchronizedMap(new WeakHashMap<>());
  private static final Map<String, Long> PRICES =
      Collections.synchronizedMap(
          new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
              return size() > RECENT;
            }
          });
  static final Map<String, Instant> RESERVATIONS = new ConcurrentHashMap<>();

  private PriceListRegistry() {}

  static void assign(Region region, String list) {
    LISTS.put(region, list);
  }

  static String label(Class<?> type) {
    return LABELS.computeIfAbsent(type, Class::getSimpleName);
  }

  static void remember(String sku, long cents) {
    WORKERS.put(Thread.currentThread(), Instant.now());
    PRICES.put(sku, cents);
  }

  static Long recent(String sku) {
    return PRICES.get(sku);
  }

  static void reserve(String sku) {
    RESERVATIONS.put(sku, Instant.now());
  }
}

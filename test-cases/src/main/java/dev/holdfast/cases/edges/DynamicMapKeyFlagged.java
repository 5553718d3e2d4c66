package dev.holdfast.cases.edges;

import static dev.holdfast.annotations.Scope.PROCESS;

import dev.holdfast.annotations.Lives;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A key is put together for each request, and stays. */
final class DynamicMapKeyFlagged {
  private static final Map<String, Object> SEEN = new ConcurrentHashMap<>();
  private static final Map<String, Long> HITS = new ConcurrentHashMap<>();
  private static final Map<String, String> PAGES = new HashMap<>();
  private static final Map<String, Integer> SIZES = new HashMap<>();
  private static final Map<String, AtomicLong> METERS = new ConcurrentHashMap<>();

  private DynamicMapKeyFlagged() {}

  static void remember(String tenant, int id, Object profile) {
    SEEN.put("user." + tenant + "." + id + ".profile", profile); // expect: DynamicMapKey
  }

  static void hit(String path, int status) {
    HITS.merge(path + ":" + status, 1L, Long::sum); // expect: DynamicMapKey
  }

  static synchronized void page(String user, int page, String html) {
    String key = String.format("%s/%d", user, page);
    PAGES.put(key, html); // expect: DynamicMapKey
  }

  static synchronized void sizes(Set<String> files) {
    int i = 0;
    for (String file : files) {
      StringBuilder key = new StringBuilder("file_");
      key.append(file).append('_').append(i++);
      SIZES.put(key.toString(), file.length()); // expect: DynamicMapKey
    }
  }

  static void meter(String endpoint, String client) {
    String name = "calls." + endpoint + "." + client;
    AtomicLong meter =
        METERS.computeIfAbsent(name, key -> new AtomicLong()); // expect: DynamicMapKey
    meter.incrementAndGet();
  }

  /** Put in by a task without a name, from what its method was given. */
  static final class Deliveries {
    private static final Map<String, Integer> LATE = new ConcurrentHashMap<>();

    private Deliveries() {}

    static Runnable late(String customer, String order) {
      return new Runnable() {
        @Override
        public void run() {
          LATE.merge(customer + "/" + order, 1, Integer::sum); // expect: DynamicMapKey
        }
      };
    }
  }

  /** An enum of which there is one. */
  enum Attempts {
    COUNTED;

    private final Map<String, Integer> byUser = new ConcurrentHashMap<>();

    int failed(String user, String address) {
      return byUser.merge(user + "@" + address, 1, Integer::sum); // expect: DynamicMapKey
    }
  }

  /** Joined. */
  @Lives(PROCESS)
  static class Carts {
    private final Map<String, String> coupons = new ConcurrentHashMap<>();

    void coupon(String cart, String item, String coupon) {
      String key = String.join("/", cart, item);
      coupons.putIfAbsent(key, coupon); // expect: DynamicMapKey
    }

    String coupon(String cart, String item) {
      return coupons.get(cart + "/" + item);
    }
  }

  /** Through a private helper. */
  static final class Notes {
    private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

    private Notes() {}

    static void note(String request, String text) {
      put(request, text);
    }

    private static void put(String request, String text) {
      TEXTS.put("note-" + request, text); // expect: DynamicMapKey
    }
  }

  /** The time makes each one new. */
  static final class Traces {
    private static final Map<String, String> TRACES = new ConcurrentHashMap<>();

    private Traces() {}

    static void trace(String what) {
      TRACES.put("trace." + System.nanoTime(), what); // expect: DynamicMapKey
    }
  }

  /** A service of which there is one. */
  @Lives(PROCESS)
  static class Locks {
    private final Map<String, Object> byOrder = new ConcurrentHashMap<>();

    void with(long order, Runnable work) {
      synchronized (
          byOrder.computeIfAbsent("order-" + order, key -> new Object())) { // expect: DynamicMapKey
        work.run();
      }
    }
  }

  /** The first of two levels is the coarse one. */
  static final class Meters {
    private static final Map<String, Map<String, Long>> BY_POOL = new ConcurrentHashMap<>();

    private Meters() {}

    static void count(String pool, String what) {
      String key = "pool/" + pool;
      BY_POOL
          .computeIfAbsent(key, name -> new ConcurrentHashMap<>()) // possible: DynamicMapKey
          .merge(what, 1L, Long::sum);
    }
  }
}

package dev.holdfast.cases.stubs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mchange.v2.c3p0.ComboPooledDataSource;
import com.mongodb.MongoClientSettings;
import com.zaxxer.hikari.HikariConfig;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Member;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds how long pools let a borrower wait, and what lifts that, against the real ones. */
class PoolDefaultsTest {
  @Test
  void hikariWaitsThirtySecondsAndZeroIsTwentyFourDays() {
    HikariConfig config = new HikariConfig();
    assertEquals(30_000, config.getConnectionTimeout());
    config.setConnectionTimeout(0);
    assertEquals(24, TimeUnit.MILLISECONDS.toDays(config.getConnectionTimeout()));
    assertThrows(IllegalArgumentException.class, () -> config.setConnectionTimeout(-1));
    assertEquals("30s", borrow("com.zaxxer.hikari.HikariDataSource"));
    assertEquals("0", never("com.zaxxer.hikari.HikariConfig", "setConnectionTimeout", long.class));
  }

  @Test
  void dbcpWaitsForEver() throws Exception {
    try (BasicDataSource source = new BasicDataSource()) {
      assertTrue(source.getMaxWaitDuration().isNegative());
      assertEquals(null, source.getDefaultQueryTimeoutDuration());
    }
    String type = "org.apache.commons.dbcp2.BasicDataSource";
    assertEquals("NEVER", borrow(type));
    assertEquals("-1", never(type, "setMaxWaitMillis", long.class));
    assertEquals("0,null", never(type, "setDefaultQueryTimeout", Duration.class));
  }

  @Test
  void c3p0WaitsForEver() {
    assertEquals(0, new ComboPooledDataSource(false).getCheckoutTimeout());
    assertEquals("NEVER", borrow("com.mchange.v2.c3p0.ComboPooledDataSource"));
    assertEquals(
        "0",
        never(
            "com.mchange.v2.c3p0.AbstractComboPooledDataSource", "setCheckoutTimeout", int.class));
  }

  @Test
  void mongoReadsWithoutLimit() {
    MongoClientSettings settings = MongoClientSettings.builder().build();
    assertEquals(0, settings.getSocketSettings().getReadTimeout(TimeUnit.SECONDS));
    assertEquals(10, settings.getSocketSettings().getConnectTimeout(TimeUnit.SECONDS));
    assertEquals(2, settings.getConnectionPoolSettings().getMaxWaitTime(TimeUnit.MINUTES));
    Fact waits = waits(Stated.member("com.mongodb.client.MongoClients", "create", String.class));
    assertEquals("NEVER", waits.argument("read", ""));
    assertEquals("10s", waits.argument("connect", ""));
    assertEquals("2m", waits.argument("borrow", ""));
  }

  @Test
  void olderDataSourcesWaitAsLong() throws Exception {
    assertEquals(
        30_000L, get("hikari-4", "com.zaxxer.hikari.HikariConfig", "getConnectionTimeout"));
    assertEquals(
        -1L, get("dbcp2-2.9", "org.apache.commons.dbcp2.BasicDataSource", "getMaxWaitMillis"));
  }

  /** Zero gives up at once: only less than that waits for ever. */
  @ParameterizedTest
  @ValueSource(longs = {0, 5})
  void poolsGiveUpUnlessTheLimitIsNegative(long millis) throws Exception {
    try (GenericObjectPool<Object> pool = exhausted()) {
      pool.setMaxWait(Duration.ofMillis(millis));
      assertThrows(java.util.NoSuchElementException.class, pool::borrowObject);
      pool.setMaxWait(Duration.ofMillis(-1));
      java.util.concurrent.ExecutorService executor =
          java.util.concurrent.Executors.newSingleThreadExecutor();
      try {
        java.util.concurrent.Future<Object> waiting = executor.submit(() -> pool.borrowObject());
        assertThrows(TimeoutException.class, () -> waiting.get(50, TimeUnit.MILLISECONDS));
      } finally {
        executor.shutdownNow();
      }
    }
    for (String name : List.of("borrowObject", "setMaxWait")) {
      String type = "org.apache.commons.pool2.impl.GenericObjectPool";
      assertEquals("-1", never(type, name, Duration.class), name);
    }
  }

  private static GenericObjectPool<Object> exhausted() throws Exception {
    GenericObjectPool<Object> pool =
        new GenericObjectPool<>(
            new BasePooledObjectFactory<Object>() {
              @Override
              public Object create() {
                return new Object();
              }

              @Override
              public PooledObject<Object> wrap(Object value) {
                return new DefaultPooledObject<>(value);
              }
            });
    pool.setMaxTotal(1);
    pool.borrowObject();
    return pool;
  }

  private static Object get(String folder, String type, String getter) throws Exception {
    Library library = Library.other(folder);
    Class<?> found = library.find(type);
    assertTrue(library.brings(found));
    return found.getMethod(getter).invoke(found.getConstructor().newInstance());
  }

  private static String borrow(String type) {
    return waits(Stated.member(type, "<init>")).argument("borrow", "");
  }

  private static Fact waits(Member member) {
    return Stated.contract(member).fact(Word.WAITS, Slot.RESULT);
  }

  private static String never(String type, String name, Class<?> parameter) {
    Member member = Stated.member(type, name, parameter);
    return Stated.contract(member)
        .fact(Word.BOUNDS, Slot.parameter(0))
        .argument("never", "")
        .replace(" ", "");
  }
}

package dev.holdfast.cases.stubs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Member;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.Test;

/** Fills what stubs call unbounded, and sees what they call a bound hold. */
class GrowsWithoutEndTest {
  private static final int MANY = 10_000;

  @Test
  void cachesKeepEverythingUnlessBounded() {
    var caffeine = Caffeine.newBuilder().build();
    var bounded = Caffeine.newBuilder().maximumSize(10).build();
    var guava = CacheBuilder.newBuilder().build();
    var small = CacheBuilder.newBuilder().maximumSize(10).build();
    for (int i = 0; i < MANY; i++) {
      caffeine.put(i, i);
      bounded.put(i, i);
      guava.put(i, i);
      small.put(i, i);
    }
    bounded.cleanUp();
    assertEquals(MANY, caffeine.estimatedSize());
    assertEquals(MANY, guava.size());
    assertTrue(bounded.estimatedSize() <= 10 && small.size() <= 10);
    assertEquals("CACHE", grows(Stated.member(name(Caffeine.class), "build")));
    assertEquals("CACHE", grows(Stated.member(name(CacheBuilder.class), "build")));
    assertEquals(
        "CACHE", grows(Stated.member(name(CacheBuilder.class), "build", CacheLoader.class)));
    for (Class<?> type : new Class<?>[] {Caffeine.class, CacheBuilder.class}) {
      Member size = Stated.member(name(type), "maximumSize", long.class);
      assertEquals(
          "SIZE", Stated.contract(size).fact(Word.BOUNDS, Slot.parameter(0)).value(""), name(type));
    }
  }

  @Test
  void queuesTakeEverythingUnlessGivenACapacity() {
    assertEquals(Integer.MAX_VALUE, new LinkedBlockingQueue<>().remainingCapacity());
    assertEquals(Integer.MAX_VALUE, new LinkedBlockingDeque<>().remainingCapacity());
    assertEquals(Integer.MAX_VALUE, new LinkedTransferQueue<>().remainingCapacity());
    assertEquals(Integer.MAX_VALUE, new PriorityBlockingQueue<>(5).remainingCapacity());
    assertEquals(Integer.MAX_VALUE, new DelayQueue<>().remainingCapacity());
    for (Class<?> type :
        new Class<?>[] {
          LinkedBlockingQueue.class,
          LinkedBlockingDeque.class,
          LinkedTransferQueue.class,
          PriorityBlockingQueue.class,
          DelayQueue.class
        }) {
      assertEquals("QUEUE", grows(Stated.member(name(type), "<init>")), name(type));
    }
  }

  @Test
  void executorsOfFixedSizeQueueEverything() {
    ExecutorService executor = Executors.newFixedThreadPool(1);
    try {
      assertEquals(
          Integer.MAX_VALUE, ((ThreadPoolExecutor) executor).getQueue().remainingCapacity());
    } finally {
      executor.shutdownNow();
    }
    assertEquals(
        "QUEUE", grows(Stated.member(name(Executors.class), "newFixedThreadPool", int.class)));
  }

  private static String name(Class<?> type) {
    return type.getName();
  }

  private static String grows(Member member) {
    Fact fact = Stated.contract(member).fact(Word.UNBOUNDED, Slot.RESULT);
    return fact == null ? "no" : fact.value("");
  }
}

package dev.holdfast.cases.loopback;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/** Counts what the calling thread allocates. */
public final class Allocation {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocation() {}

  /** Mean bytes of one call, after as many calls to warm up. */
  public static long perCall(int calls, Callable<?> work) throws Exception {
    repeat(calls, work);
    long self = Thread.currentThread().getId();
    long start = THREADS.getThreadAllocatedBytes(self);
    repeat(calls, work);
    return (THREADS.getThreadAllocatedBytes(self) - start) / calls;
  }

  /** What the work throws, in its own words; empty if it succeeds. */
  public static String complaint(Callable<?> work) {
    try {
      work.call();
      return "";
    } catch (Exception e) {
      return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
  }

  private static void repeat(int calls, Callable<?> work) throws Exception {
    for (int i = 0; i < calls; i++) {
      work.call();
    }
  }
}

package dev.holdfast.exam;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/** Nightly figures of all branches. */
public class BranchReportService {

  private final Map<String, Long> targets = new HashMap<>();
  private volatile Map<String, Long> latest = Map.of();

  private final ExecutorService workers;

  public BranchReportService(ExecutorService workers) {
    this.workers = workers;
  }

  public void target(String branch, long cents) {
    if (!latest.containsKey(branch)) {
      throw new IllegalArgumentException("unknown branch " + branch);
    }
    synchronized (targets) {
      targets.put(branch, cents);
    }
  }

  public boolean reached(String branch) {
    synchronized (targets) {
      return latest.getOrDefault(branch, 0L) >= targets.getOrDefault(branch, Long.MAX_VALUE);
    }
  }

  public void refresh(List<String> branches, ToLongFunction<String> turnover)
      throws InterruptedException, ExecutionException {
    Map<String, Long> figures = new ConcurrentHashMap<>();
    List<Callable<Long>> jobs = new ArrayList<>();
    for (String branch : branches) {
      jobs.add(() -> figures.put(branch, turnover.applyAsLong(branch)));
    }
    for (Future<Long> job : workers.invokeAll(jobs, 5, TimeUnit.MINUTES)) {
      if (job.isCancelled()) {
        throw new IllegalStateException("turnover is incomplete");
      }
      job.get();
    }
    Map<String, Long> complete = Map.copyOf(figures);
    synchronized (targets) {
      targets.keySet().retainAll(complete.keySet());
    }
    latest = complete;
  }

  public Map<String, Long> latest() {
    return latest;
  }
}

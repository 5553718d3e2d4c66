package dev.holdfast.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Collects quotes of insurers; whoever is late is left out. */
public class QuoteCollector {

  private final ExecutorService workers;

  public QuoteCollector(ExecutorService workers) {
    this.workers = workers;
  }

  public List<Long> inTime(List<Callable<Long>> insurers)
      throws InterruptedException, ExecutionException {
    List<Long> quotes = new ArrayList<>();
    for (Future<Long> answer : workers.invokeAll(insurers, 2, TimeUnit.SECONDS)) {
      if (!answer.isCancelled()) {
        quotes.add(answer.get());
      }
    }
    return quotes;
  }

  public long cheapest(List<Supplier<Long>> insurers)
      throws InterruptedException, ExecutionException, TimeoutException {
    List<CompletableFuture<Long>> answers = new ArrayList<>();
    for (Supplier<Long> insurer : insurers) {
      answers.add(CompletableFuture.supplyAsync(insurer, workers));
    }
    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(3, TimeUnit.SECONDS);
    return answers.stream().mapToLong(CompletableFuture::join).min().orElseThrow();
  }

  public long single(Supplier<Long> insurer) {
    CompletableFuture<Long> answer =
        CompletableFuture.supplyAsync(insurer, workers).orTimeout(2, TimeUnit.SECONDS);
    return answer.join();
  }

  public long ifReady(Future<Long> pending, long fallback)
      throws InterruptedException, ExecutionException {
    return pending.isDone() ? pending.get() : fallback;
  }
}

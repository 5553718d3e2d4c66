package dev.holdfast.cases.edges;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.apache.commons.pool2.ObjectPool;

/** Borrowed objects that nobody else gets while a thread waits; none of them escapes. */
final class UnboundedWaitFlaggedBorrowed {
  private final ObjectPool<Ledger> ledgers;

  UnboundedWaitFlaggedBorrowed(ObjectPool<Ledger> ledgers) {
    this.ledgers = ledgers;
  }

  List<String> allTasksAwaited(ExecutorService executor, List<String> lines) throws Exception {
    Ledger ledger = ledgers.borrowObject();
    try {
      List<Callable<String>> tasks = new ArrayList<>();
      for (String line : lines) {
        tasks.add(() -> ledger.book(line));
      }
      List<Future<String>> booked = executor.invokeAll(tasks); // expect: UnboundedWait
      return booked.stream().map(Object::toString).toList();
    } finally {
      ledgers.returnObject(ledger);
    }
  }

  String joined(String line) throws Exception {
    Ledger ledger = ledgers.borrowObject();
    try {
      return CompletableFuture.supplyAsync(() -> ledger.book(line))
          .thenApply(String::strip)
          .join(); // expect: UnboundedWait
    } finally {
      ledgers.returnObject(ledger);
    }
  }

  void threadAwaited(String line) throws Exception {
    Ledger ledger = ledgers.borrowObject();
    try {
      Thread writer = new Thread(() -> ledger.book(line));
      writer.start();
      writer.join(); // expect: UnboundedWait
    } finally {
      ledgers.returnObject(ledger);
    }
  }

  /** Given back before anybody waits. */
  String waitsWithoutIt(String line, Future<String> stamp) throws Exception {
    Ledger ledger = ledgers.borrowObject();
    try {
      ledger.book(line);
    } finally {
      ledgers.returnObject(ledger);
    }
    return stamp.get(); // possible: UnboundedWait
  }

  interface Ledger {
    String book(String line);
  }
}

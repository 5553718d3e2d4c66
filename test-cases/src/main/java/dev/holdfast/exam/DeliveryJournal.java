package dev.holdfast.exam;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

final class DeliveryJournal {

  record Entry(String subscriber, int status, Instant at) {}

  private static final List<Entry> ENTRIES = new ArrayList<>();

  private DeliveryJournal() {}

  static synchronized void append(String subscriber, int status) {
    ENTRIES.add(new Entry(subscriber, status, Instant.now())); // expect: EverGrowingMap
  }

  static synchronized long failuresOf(String subscriber) {
    return ENTRIES.stream()
        .filter(entry -> entry.subscriber().equals(subscriber))
        .filter(entry -> entry.status() >= 400)
        .count();
  }
}

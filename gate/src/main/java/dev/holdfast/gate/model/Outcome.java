package dev.holdfast.gate.model;

import java.time.Duration;
import java.util.List;

/** What a scan came to: findings in report order, and what they rest on. */
public record Outcome(List<Hit> hits, Coverage coverage, Duration time) {
  public Outcome {
    hits = hits.stream().sorted(Hit.ORDER).toList();
  }

  /** How many findings fail the scan. */
  public long failing() {
    return hits.stream().filter(Hit::fails).count();
  }
}

package dev.holdfast.analysis.limits;

import dev.holdfast.catalog.Limit;
import java.util.EnumSet;
import java.util.Set;

/** The limits that are set on an object, on any path; {@code unknown} where others may set more. */
final class Bounded {
  private final EnumSet<Limit> limits = EnumSet.noneOf(Limit.class);
  private boolean unknown;

  static Bounded unknown() {
    Bounded bounded = new Bounded();
    bounded.unknown = true;
    return bounded;
  }

  void add(Bounded other) {
    limits.addAll(other.limits);
    unknown |= other.unknown;
  }

  void add(Limit limit) {
    limits.add(limit);
  }

  void doubt() {
    unknown = true;
  }

  boolean isUnknown() {
    return unknown;
  }

  boolean covers(Limit limit) {
    return limits.contains(limit) || limits.contains(Limit.CALL);
  }

  Set<Limit> limits() {
    return limits;
  }
}

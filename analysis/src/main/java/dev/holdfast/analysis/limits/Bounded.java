package dev.holdfast.analysis.limits;

import dev.holdfast.catalog.Limit;
import java.util.EnumSet;
import java.util.Set;

/** The limits that are set on an object, on any path. */
final class Bounded {
  private final EnumSet<Limit> limits = EnumSet.noneOf(Limit.class);
  private boolean outside;
  private boolean doubted;

  /** An object that comes from outside: whoever made it may have bounded it. */
  static Bounded outside() {
    Bounded bounded = new Bounded();
    bounded.outside = true;
    return bounded;
  }

  void add(Bounded other) {
    limits.addAll(other.limits);
    outside |= other.outside;
    doubted |= other.doubted;
  }

  void addDoubts(Bounded other) {
    outside |= other.outside;
    doubted |= other.doubted;
  }

  /** Takes over what is known and leaves out what is doubted. */
  void addCertain(Bounded other) {
    limits.addAll(other.limits);
    outside |= other.outside;
  }

  void add(Limit limit) {
    limits.add(limit);
  }

  /** Somebody nobody knows got hold of the object and may have bounded it. */
  void doubt() {
    doubted = true;
  }

  boolean isFromOutside() {
    return outside;
  }

  boolean isDoubted() {
    return doubted;
  }

  boolean covers(Limit limit) {
    return limits.contains(limit) || limits.contains(Limit.CALL);
  }

  Set<Limit> limits() {
    return limits;
  }
}

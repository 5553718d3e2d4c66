package dev.holdfast.analysis.limits;

import dev.holdfast.catalog.Limit;
import java.util.EnumSet;
import java.util.Set;

/** The limits that are spoken of for an object, on any path: set, or taken away. */
final class Bounded {
  private final EnumSet<Limit> limits = EnumSet.noneOf(Limit.class);
  private final EnumSet<Limit> held = EnumSet.noneOf(Limit.class);
  private final EnumSet<Limit> defaults = EnumSet.noneOf(Limit.class);
  private final EnumSet<Limit> lifted = EnumSet.noneOf(Limit.class);
  private boolean outside;
  private boolean doubted;

  /** An object that comes from outside: whoever made it may have bounded it. */
  static Bounded outside() {
    Bounded bounded = new Bounded();
    bounded.outside = true;
    return bounded;
  }

  void add(Bounded other) {
    takeAll(other);
    outside |= other.outside;
    doubted |= other.doubted;
  }

  void addDoubts(Bounded other) {
    outside |= other.outside;
    doubted |= other.doubted;
  }

  /** Takes over what is known and leaves out what is doubted. */
  void addCertain(Bounded other) {
    takeAll(other);
    outside |= other.outside;
  }

  void add(Limit limit) {
    limits.add(limit);
    held.add(limit);
  }

  /** Somebody set the limit to a value that means none: said where that is done. */
  void lift(Limit limit) {
    limits.add(limit);
    lifted.add(limit);
  }

  /** The library sets the limit, unless somebody lifts it. */
  void addDefault(Limit limit) {
    limits.add(limit);
    defaults.add(limit);
  }

  /** Takes over one limit as it is there. */
  void take(Limit limit, Bounded from) {
    if (from.held.contains(limit)) {
      add(limit);
    } else {
      lift(limit);
    }
  }

  /** Takes over the limits and leaves out where they come from. */
  void takeAll(Bounded from) {
    limits.addAll(from.limits);
    held.addAll(from.held);
    defaults.addAll(from.defaults);
    lifted.addAll(from.lifted);
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

  /** Whether the limit is settled: there is one, or it was taken away on purpose. */
  boolean covers(Limit limit) {
    return limits.contains(limit) || holds(Limit.CALL);
  }

  /** Whether there is a limit in force. */
  boolean holds(Limit limit) {
    return held.contains(limit) || defaults.contains(limit) && !lifted.contains(limit);
  }

  /** Whether somebody set or lifted any limit: the library's own ones do not count. */
  boolean isSet() {
    return !held.isEmpty() || !lifted.isEmpty();
  }

  /** Those that are settled. */
  Set<Limit> limits() {
    return limits;
  }
}

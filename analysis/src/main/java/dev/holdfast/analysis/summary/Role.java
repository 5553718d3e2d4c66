package dev.holdfast.analysis.summary;

/** What a call does with one of its operands. */
public enum Role {
  /** Looks at it, keeps nothing. */
  USES,
  /** Ends its duty, on every normal end of the call. */
  RELEASES,
  /** Ends its duty on some ends of the call. */
  MAY_RELEASE,
  /** The result is the same object, or one duty with it. */
  ALIASES,
  /** The result may be a part of it, and may not. */
  MAYBE_PART,
  /** Takes over the duty. */
  OWNS,
  /** Makes it reachable from the receiver. */
  CONTAINS,
  /** Makes it reachable from another thread. */
  RUNS_ON_THREAD,
  /** Nobody knows. */
  UNKNOWN;

  /** What is known of a call that does one or the other. */
  Role or(Role other) {
    if (this == other) {
      return this;
    }
    boolean ends = endsDuty() || other.endsDuty();
    return ends && this != UNKNOWN && other != UNKNOWN ? MAY_RELEASE : UNKNOWN;
  }

  private boolean endsDuty() {
    return this == RELEASES || this == MAY_RELEASE || this == OWNS;
  }
}

package dev.holdfast.analysis.racing;

/**
 * Two accesses of one collection that may run at once, at least one of which changes it.
 *
 * @param where the one that is reported: it runs on another thread, or for each request
 * @param other the one it meets; the same one where several threads run it
 * @param kind how they meet
 * @param definite whether all that this rests on is in view
 */
record Race(Access where, Access other, Kind kind, boolean definite) {
  /** How two accesses meet. */
  enum Kind {
    /** A task and the method that started it. */
    STARTER,
    /** Several tasks of one executor. */
    TASKS,
    /** A task and whoever calls another method of the class. */
    CALLERS,
    /** Several requests. */
    REQUESTS
  }

  boolean isMoreCertain(Race known) {
    return known == null || definite && !known.definite;
  }
}

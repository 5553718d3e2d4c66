package dev.holdfast.analysis.retention;

/** How many different values there can be in one place, from none that matter to ever new ones. */
enum Spread {
  /** As many as the program has constants, classes and the like. */
  FEW,
  /** As many as callers out of view bring: it may be one, it may be one for each request. */
  UNSEEN,
  /** What comes in, as far as all callers are in view. */
  BROUGHT,
  /** Another one each time: a number, a time, an object of its own. */
  FRESH;

  Spread or(Spread other) {
    return compareTo(other) < 0 ? other : this;
  }

  boolean varies() {
    return this != FEW;
  }
}

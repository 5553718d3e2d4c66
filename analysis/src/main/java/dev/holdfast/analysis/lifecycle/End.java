package dev.holdfast.analysis.lifecycle;

/**
 * Something that matters happened to the tracked object on a path.
 *
 * @param kind what
 * @param fact the state of things there
 * @param op index of the op where it happened, or -1 at the ends of the body
 * @param path how it got there
 */
record End(Kind kind, Fact fact, int op, Path path) {
  /** What happened. */
  enum Kind {
    EXIT,
    THROW,
    USED_AFTER,
    RETURNED_TWICE
  }
}

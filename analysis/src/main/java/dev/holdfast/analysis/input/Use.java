package dev.holdfast.analysis.input;

/** What a call does with all that a stream still holds. */
enum Use {
  NONE,
  /** It goes on somewhere else, to a file for example: harmless unless it was unpacked. */
  COPY,
  /** It comes to lie in memory. */
  WHOLE;

  Use or(Use other) {
    return compareTo(other) >= 0 ? this : other;
  }
}

package dev.holdfast.analysis.lifecycle;

/** Reasons why what is found on a path is only possible. */
final class Doubt {
  /** Passed to a callee that nobody knows. */
  static final int UNKNOWN_CALL = 1;

  /** Passed to a callee that releases it on some of its paths. */
  static final int MAY_RELEASE = 2;

  /** A test on the object itself ({@code isStreaming()}) may excuse this path. */
  static final int GUARD = 4;

  /** A part of it, or something it was put into, was released or passed on. */
  static final int PART = 8;

  /** Left by an exception that looking at a part of it declares, and hardly ever throws. */
  static final int LOOK = 16;

  /** Released by a callee, unless a question to the object itself excused it there. */
  static final int GUARDED_CALL = 32;

  /** The guard asked for its type: code that takes anything sorts out what it has to do with. */
  static final int KIND = 64;

  /** A method of the object has released something that the object holds. */
  static final int OWN_PART = 128;

  /** The call that was to release it has thrown: whether it did nobody knows. */
  static final int UNFINISHED = 256;

  /** What says nothing about the normal ends of a callee. */
  static final int ASIDE = LOOK | OWN_PART;

  /** What a release that is certain settles. */
  static final int OF_RELEASE = UNKNOWN_CALL | MAY_RELEASE | GUARD | PART | KIND;

  /** What does not make a guard more than that. */
  static final int BESIDE_GUARD = ASIDE | KIND;

  private Doubt() {}
}

package dev.holdfast.analysis.summary;

/**
 * Something that may be asked about a body, with its answer once there is one.
 *
 * @see Descent#ask
 */
abstract class Question<T> {
  static final int NEVER = Integer.MAX_VALUE;

  T answer;

  /** How deep a descent has to be for the answer to be as good as a new one. */
  int holdsFrom = NEVER;

  /** How deep the open question lies that the answer rests on, if it does. */
  int restsOn = NEVER;

  /** How deep the descent was when it began to be answered; 0 while it is not open. */
  int askedAt;

  /** Looks for the answer; may ask others. */
  abstract T find();

  /** What can be said without a look. */
  abstract T unknown();
}

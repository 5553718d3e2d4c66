package dev.holdfast.protocol;

/** What can happen to an object with a duty. */
public enum Event {
  /** Closed, released, given back to its pool. */
  RELEASE,
  /** A member of it is used. */
  USE,
  /** Reachable from outside the scope that must meet the duty. */
  ESCAPE,
  /** The duty passes to another owner on purpose. */
  HAND_OVER,
  /** The scope ends normally. */
  EXIT,
  /** The scope ends by an exception. */
  THROW
}

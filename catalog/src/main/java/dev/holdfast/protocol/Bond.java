package dev.holdfast.protocol;

/** How the holder came by the object. */
public enum Bond {
  /** Acquired: mine to release, and mine to pass on. */
  ACQUIRED,
  /** Borrowed from a pool: give it back once, keep no reference. */
  BORROWED
}

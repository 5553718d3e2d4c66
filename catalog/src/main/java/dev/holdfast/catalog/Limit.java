package dev.holdfast.catalog;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can be waited for, and therefore bounded. The names are the elements of {@code @Waits}. */
public enum Limit {
  /** Establishing the connection, TLS handshake included. */
  CONNECT,
  /** The next bytes of a response, or the response as a whole where the library has one figure. */
  READ,
  /** Sending. */
  WRITE,
  /** A whole call from start to end: covers connect, read and write. */
  CALL,
  /** Getting something out of a pool (connection lease, {@code borrowObject}). */
  BORROW,
  /** How long something may lie unused before it is closed. */
  IDLE,
  /** How many unused ones are kept. */
  IDLE_COUNT,
  /** A database statement. */
  QUERY,
  /** A wait of {@code java.util.concurrent} and the like. */
  WAIT,
  /** How many entries, or how much weight, something keeps. */
  SIZE,
  /** How long something keeps an entry. */
  AGE,
  /** How deep nested input may be, or how often it may refer back. */
  DEPTH,
  /** How long input, or a part of it, may be. */
  LENGTH,
  /** Not a limit of its own: takes over the limits that the argument carries. */
  CARRIED;

  /**
   * Whether it bounds a wait; otherwise it bounds an amount, for which {@code @Waits} has no word.
   */
  public boolean isWait() {
    return switch (this) {
      case SIZE, AGE, DEPTH, LENGTH, CARRIED -> false;
      default -> true;
    };
  }

  /** Limits that a {@code @Bounds} names. */
  public static Set<Limit> boundBy(Fact bounds) {
    Set<Limit> limits = EnumSet.noneOf(Limit.class);
    for (String name : bounds.value("").split(",")) {
      try {
        limits.add(valueOf(name.trim().toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException unknown) {
        // the stub reader has reported it
        continue;
      }
    }
    return limits;
  }

  /** The element of {@code @Waits} that gives the library's default for this limit. */
  public String element() {
    return name().toLowerCase(Locale.ROOT);
  }
}

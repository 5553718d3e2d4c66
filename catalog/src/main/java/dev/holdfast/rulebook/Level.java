package dev.holdfast.rulebook;

/** How much a finding matters. */
public enum Level {
  /** Certain and costly. */
  ERROR,
  WARNING,
  SUGGESTION;

  /** One level milder: what an exceptional path makes of it. */
  public Level milder() {
    return this == ERROR ? WARNING : SUGGESTION;
  }
}

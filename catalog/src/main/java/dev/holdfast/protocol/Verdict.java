package dev.holdfast.protocol;

/** What the automaton can find wrong. */
public enum Verdict {
  LEAKED,
  LEAKED_ON_THROW,
  ESCAPED,
  USED_AFTER,
  RELEASED_TWICE
}

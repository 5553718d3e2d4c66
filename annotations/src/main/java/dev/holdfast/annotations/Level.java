package dev.holdfast.annotations;

/** How much a finding matters. */
public enum Level {
  ERROR,
  WARNING,
  SUGGESTION
}

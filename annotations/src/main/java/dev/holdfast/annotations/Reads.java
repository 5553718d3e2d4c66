package dev.holdfast.annotations;

/** What a serialiser reads of the objects it writes. */
public enum Reads {
  /** Its public fields and what its accessors answer. */
  ACCESSORS,
  /** Its fields, private ones too. */
  FIELDS,
  /** Nothing: what says so is left out, or breaks off a circle. */
  NOTHING
}

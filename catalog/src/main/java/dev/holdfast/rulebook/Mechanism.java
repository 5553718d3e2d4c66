package dev.holdfast.rulebook;

/** The analyses that rules rest on. */
public enum Mechanism {
  LIFECYCLE,
  LIMITS,
  ESCAPE,
  UNTYPED,
  RETENTION,
  INPUT,
  STRUCTURE
}

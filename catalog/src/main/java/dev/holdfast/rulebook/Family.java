package dev.holdfast.rulebook;

/** Groups of rules that share a story. */
public enum Family {
  NESTED_MAP,
  UNCLOSED,
  TIMEOUT,
  POOL,
  RETAINED,
  INPUT
}

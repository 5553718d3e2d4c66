package dev.holdfast.analysis;

/** Whether a call makes the body it stands in worth lowering. */
public enum Opening {
  NEVER,
  ALWAYS,
  /**
   * Only where the static type of the call expression is {@code java.lang.Object}, a type variable
   * or a wildcard: the dig into a {@code Map<String,Object>}, not into a {@code Map<String,Order>}.
   */
  IF_UNTYPED,
  /** Only where the body reads a field that may keep more and more for the whole process. */
  IF_KEPT,
  /**
   * Only where what the call expression results in can be filled and emptied again: a buffer taken
   * out of a queue, not a task.
   */
  IF_REUSABLE
}

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
  IF_REUSABLE,
  /**
   * Only where others wait for the body: it holds a lock, handles requests, or is run by or calls
   * in a class that does.
   */
  IF_PRESSED,
  /** Only where the class puts something into a collection: another thread runs an argument. */
  IF_FILLED,
  /** Does not open by itself, but takes a lock: others wait for the body. */
  PRESSES
}

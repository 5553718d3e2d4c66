package dev.holdfast.annotations;

/** How long something lives, or how often something runs. */
public enum Scope {
  /** One for the process. */
  PROCESS,
  /** One for each request, message or scheduled run; on a method: called for each of them. */
  REQUEST,
  /** On a method: runs while the program starts or a test is set up, and then no more. */
  START,
  /** One for each place that asks a container for it; it is meant to be used and dropped. */
  PROTOTYPE
}

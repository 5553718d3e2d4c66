package dev.holdfast.analysis.bytecode;

/** A method whose code has no place in the IR; it is counted and left out. */
final class Unlowerable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unlowerable(String reason) {
    super(reason, null, false, false);
  }
}

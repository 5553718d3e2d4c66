package dev.holdfast.cases;

/** Who can see a finding; cases name one only where the other cannot. */
public enum Engine {
  BOTH,
  SOURCE,
  BYTECODE;

  /** Whether a finding marked so is expected of the given engine. */
  public boolean includes(Engine engine) {
    return this == BOTH || this == engine;
  }
}

package dev.holdfast.protocol;

/**
 * Where an object with a must-call obligation stands. The static engines step it over paths, the
 * verifier steps it over time.
 */
public enum State {
  /** Acquired or borrowed, duty open. */
  HELD,
  /** Released or returned, duty met. */
  DONE,
  /** Somebody else's: handed over, stored, returned to the caller. */
  GONE;

  /** The state after an event. A duty once met or given away stays so. */
  public State after(Event event) {
    return switch (event) {
      case RELEASE -> this == GONE ? GONE : DONE;
      case HAND_OVER -> this == HELD ? GONE : this;
      case USE, ESCAPE, EXIT, THROW -> this;
    };
  }

  /** What is wrong when the event meets this state, or null where nothing is. */
  public Verdict fault(Event event, Bond bond) {
    return switch (this) {
      case HELD ->
          switch (event) {
            case EXIT -> Verdict.LEAKED;
            case THROW -> Verdict.LEAKED_ON_THROW;
            case ESCAPE -> bond == Bond.BORROWED ? Verdict.ESCAPED : null;
            case RELEASE, USE, HAND_OVER -> null;
          };
      case DONE ->
          switch (event) {
            case USE -> Verdict.USED_AFTER;
            case RELEASE -> bond == Bond.BORROWED ? Verdict.RELEASED_TWICE : null;
            case ESCAPE, HAND_OVER -> bond == Bond.BORROWED ? Verdict.ESCAPED : null;
            case EXIT, THROW -> null;
          };
      case GONE -> null;
    };
  }
}

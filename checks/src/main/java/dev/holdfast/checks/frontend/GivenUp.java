package dev.holdfast.checks.frontend;

/** Ends the lowering of a body that cannot be lowered faithfully; the reason is counted. */
final class GivenUp extends RuntimeException {
  /** The class was not attributed yet: the same question may have an answer later. */
  static final String UNATTRIBUTED = "not attributed";

  GivenUp(String reason) {
    super(reason, null, false, false);
  }

  boolean isFinal() {
    return !UNATTRIBUTED.equals(getMessage());
  }
}

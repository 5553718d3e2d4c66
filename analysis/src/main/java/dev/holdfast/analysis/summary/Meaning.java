package dev.holdfast.analysis.summary;

import java.util.Set;

/** What a call means for the objects that take part in it. */
public interface Meaning {
  /**
   * Whether catalog or a look into the body answered for an operand; otherwise the result may be
   * part of it.
   */
  boolean isKnown(int operand);

  /**
   * What happens to an operand: receiver first unless there is none, then the arguments; for a
   * constructor the arguments only.
   */
  Role role(int operand);

  /**
   * What has become of an operand when the call throws an exception of this type: {@link Role#USES}
   * where it may still be held, {@link Role#UNKNOWN} where only {@link #role} can tell.
   */
  Role roleOnThrow(int operand, String type);

  /** Types of the unchecked exceptions that surely leave an operand held. */
  Set<String> heldOn(int operand);

  /** Whether an operand is released only where it answers a question in the right way. */
  boolean isGuarded(int operand);

  /** The duty of the result, or null. */
  Acquisition acquires();

  /** Operand whose own (deferred) duty decides what the result owes, or -1. */
  int carriedBy();

  /** Types of the unchecked exceptions that it throws explicitly. */
  Set<String> unchecked();

  /** Whether it runs code of the caller's choice (a functional interface). */
  boolean userCode();

  /** Whether the boolean result says that an operand is not null, or null. */
  NullTest nullTest();

  /**
   * A boolean result that is {@code whenNonNull} exactly where operand {@code operand} is not null.
   */
  record NullTest(int operand, boolean whenNonNull) {}
}

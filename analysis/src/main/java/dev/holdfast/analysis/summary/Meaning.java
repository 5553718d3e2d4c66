package dev.holdfast.analysis.summary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a call means for the objects that take part in it.
 *
 * @param known whether catalog or a complete summary answered; otherwise its result may be part of
 *     its operands
 * @param roles one for each operand: receiver first unless there is none, then the arguments; for a
 *     constructor the arguments only
 * @param heldOnThrow operands that are not released when the call throws
 * @param acquires the duty of the result, or null
 * @param carriedBy argument whose own (deferred) duty decides what the result owes, or -1
 * @param throwsUnchecked whether it throws an unchecked exception explicitly
 * @param userCode whether it runs code of the caller's choice (a functional interface)
 * @param nullTest whether the boolean result says that an operand is not null
 */
public record Meaning(
    boolean known,
    List<Role> roles,
    Set<Integer> heldOnThrow,
    Acquisition acquires,
    int carriedBy,
    boolean throwsUnchecked,
    boolean userCode,
    NullTest nullTest) {

  /**
   * A boolean result that is {@code whenNonNull} exactly where operand {@code operand} is not null.
   */
  public record NullTest(int operand, boolean whenNonNull) {}

  public Meaning {
    roles = List.copyOf(roles);
  }

  /** The same for the operands, with nothing said about the result. */
  Meaning withoutResult() {
    return new Meaning(known, roles, heldOnThrow, null, -1, throwsUnchecked, userCode, null);
  }

  /** What holds if either of two bodies may be the one that runs. */
  Meaning or(Meaning other) {
    List<Role> either = new ArrayList<>();
    for (int i = 0; i < roles.size(); i++) {
      either.add(role(i).or(other.role(i)));
    }
    Set<Integer> held = new HashSet<>(heldOnThrow);
    held.addAll(other.heldOnThrow);
    return new Meaning(
        known && other.known,
        either,
        held,
        null,
        -1,
        throwsUnchecked || other.throwsUnchecked,
        userCode || other.userCode,
        null);
  }

  public Role role(int operand) {
    return operand < roles.size() ? roles.get(operand) : Role.UNKNOWN;
  }
}

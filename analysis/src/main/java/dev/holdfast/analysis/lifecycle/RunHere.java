package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Role;

/**
 * Functions that a body makes and runs itself: what they do with the tracked object happens where
 * they are run, not where they are made.
 */
final class RunHere {
  private final Values values;
  private final Calls calls;
  private final int tracked;

  /**
   * @param tracked origin of the tracked object
   */
  RunHere(Values values, Calls calls, int tracked) {
    this.values = values;
    this.calls = calls;
    this.tracked = tracked;
  }

  /** Whether nobody but this body can run the function that this op makes. */
  boolean isOnlyRunHere(int closure) {
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (op instanceof Op.Move || op instanceof Op.Cast) {
        continue;
      }
      int index = i;
      boolean runs = op instanceof Op.Call call && run(call, i) != null;
      boolean[] passed = {false};
      Operands.forEach(
          op,
          register -> {
            boolean receiver = runs && ((Op.Call) op).receiver() == register;
            passed[0] |= !receiver && values.comesFrom(index, register, closure);
          });
      if (passed[0]) {
        return false;
      }
    }
    return true;
  }

  /** Whether a call runs a function that this body has made. */
  boolean runs(Op.Call call, int index) {
    return run(call, index) != null;
  }

  /** What the function that a call runs does with the tracked object, or null. */
  Role role(Op.Call call, int index) {
    Op.Closure closure = run(call, index);
    if (closure == null) {
      return null;
    }
    int made = values.origins(index, call.receiver())[0];
    for (int i = 0; i < closure.captures().size(); i++) {
      if (values.comesFrom(made, closure.captures().get(i), tracked)) {
        return calls.captureRole(closure, i);
      }
    }
    return null;
  }

  /** How the function that an op runs ends the duty of the tracked object, or null. */
  Role ends(Op op, int index) {
    Role role = op instanceof Op.Call call ? role(call, index) : null;
    return role == Role.RELEASES || role == Role.MAY_RELEASE ? role : null;
  }

  /** The one function of this body that a call is made on, or null. */
  private Op.Closure run(Op.Call call, int index) {
    int[] origins = call.receiver() < 0 ? Values.NOWHERE : values.origins(index, call.receiver());
    return origins.length == 1
            && !Values.isParameter(origins[0])
            && values.op(origins[0]) instanceof Op.Closure closure
            && calls.meaning(call).userCode()
        ? closure
        : null;
  }
}

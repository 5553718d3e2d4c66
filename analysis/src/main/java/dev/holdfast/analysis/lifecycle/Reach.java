package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Role;
import java.util.List;

/**
 * Tells what surely reaches the tracked object, such as a list it was put into, from what some call
 * made of it and may have nothing to do with it any more.
 */
final class Reach {
  private static final int DEPTH = 4;

  private final Values values;
  private final Calls calls;

  Reach(Values values, Calls calls) {
    this.values = values;
    this.calls = calls;
  }

  /** Whether a register that the fact relates to the object, or that is it, surely reaches it. */
  boolean isSure(Fact fact, int index, int register) {
    return fact.aliases().get(register) || isSure(fact, index, register, 0);
  }

  private boolean isSure(Fact fact, int index, int register, int depth) {
    for (int origin : values.origins(index, register)) {
      if (Values.isParameter(origin) || makes(fact, origin, depth)) {
        return true;
      }
    }
    return false;
  }

  private boolean makes(Fact fact, int origin, int depth) {
    Op op = values.op(origin);
    if (op instanceof Op.Call call && call.receiver() >= 0 || op instanceof Op.GetField) {
      return false;
    }
    if (!(op instanceof Op.New || op instanceof Op.Call) || depth == DEPTH) {
      return !(op instanceof Op.ArrayLoad);
    }
    List<Integer> operands = Operands.ofCall(op);
    boolean filledLater = op instanceof Op.New;
    for (int i = 0; i < operands.size(); i++) {
      int operand = operands.get(i);
      if (fact.aliases().get(operand)) {
        return op instanceof Op.New || calls.meaning(op).role(i) == Role.CONTAINS;
      }
      if (fact.related().get(operand)) {
        filledLater = false;
        if (isSure(fact, origin, operand, depth + 1)) {
          return true;
        }
      }
    }
    return filledLater;
  }
}

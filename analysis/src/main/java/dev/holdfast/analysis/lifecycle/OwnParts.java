package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Role;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the calls by which a method of an object releases what the object holds: a field of it, or
 * what can be asked of one ({@code response.getEntity().getContent().close()}).
 */
final class OwnParts {
  private static final int STEPS = 4;

  private final Scope scope;
  private final Values values;
  private final Calls calls;

  OwnParts(Scope scope, Calls calls) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
  }

  /** Indexes of the ops that release a part of the receiver. */
  BitSet releases() {
    BitSet found = new BitSet();
    for (int i = 0; i < values.ops().size() && !scope.body().isStatic(); i++) {
      Op op = values.op(i);
      if (op instanceof Op.Call || op instanceof Op.New) {
        List<Integer> operands = Operands.ofCall(op);
        for (int o = 0; o < operands.size() && !found.get(i); o++) {
          if (isOwnPart(i, operands.get(o), STEPS)) {
            Role role = calls.meaning(op).role(o);
            found.set(i, role == Role.RELEASES || role == Role.MAY_RELEASE);
          }
        }
      }
    }
    return found;
  }

  private boolean isOwnPart(int index, int register, int steps) {
    for (int origin : steps == 0 ? Values.NOWHERE : values.origins(index, register)) {
      if (Values.isParameter(origin)) {
        continue;
      }
      int from =
          values.op(origin) instanceof Op.GetField get
              ? get.object()
              : values.op(origin) instanceof Op.Call call ? call.receiver() : Op.NONE;
      for (int self : from < 0 ? Values.NOWHERE : values.origins(origin, from)) {
        if (self == Values.parameter(0)) {
          return true;
        }
      }
      if (from >= 0 && isOwnPart(origin, from, steps - 1)) {
        return true;
      }
    }
    return false;
  }
}

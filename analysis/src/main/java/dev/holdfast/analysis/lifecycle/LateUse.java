package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Role;
import java.util.List;

/** Tells whether an op uses an object, which after its return to the pool it must not. */
final class LateUse {
  private final Values values;
  private final Calls calls;

  LateUse(Values values, Calls calls) {
    this.values = values;
    this.calls = calls;
  }

  /** Whether the op uses what the fact is about. */
  boolean is(Fact fact, Op op, int index) {
    if (op instanceof Op.Call || op instanceof Op.New) {
      if (op instanceof Op.Call call && runsCapture(fact, call, index)) {
        return true;
      }
      List<Integer> operands = Operands.ofCall(op);
      for (int i = 0; i < operands.size(); i++) {
        if (fact.aliases().get(operands.get(i))) {
          Role role = calls.meaningAt(values, op, index).role(i);
          // giving it back once more is another rule's matter; keeping it is an escape
          if (role == Role.USES
              || role == Role.MAYBE_PART
              || role == Role.ALIASES
              || role == Role.UNKNOWN) {
            return true;
          }
        }
      }
      return false;
    }
    if (op instanceof Op.GetField get) {
      return get.object() >= 0 && fact.aliases().get(get.object());
    }
    if (op instanceof Op.PutField put) {
      return put.object() >= 0 && fact.aliases().get(put.object());
    }
    if (op instanceof Op.Concat concat) {
      return concat.arguments().stream().anyMatch(fact.aliases()::get);
    }
    return op instanceof Op.ArrayLoad load && fact.aliases().get(load.array());
  }

  /** A lambda of this body is run that has captured the object. */
  private boolean runsCapture(Fact fact, Op.Call call, int index) {
    if (call.receiver() < 0 || !fact.related().get(call.receiver())) {
      return false;
    }
    int[] origins = values.origins(index, call.receiver());
    return origins.length == 1
        && !Values.isParameter(origins[0])
        && values.op(origins[0]) instanceof Op.Closure
        && calls.meaning(call).userCode();
  }
}

package dev.holdfast.analysis.summary;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.List;

/**
 * Duties that an operand decides: a body handler that makes streams, for example, or the future of
 * a response that such a handler makes.
 */
public final class Duties {
  private final Scope scope;
  private final Calls calls;
  private final Op.Call call;

  private Duties(Scope scope, Calls calls, Op.Call call) {
    this.scope = scope;
    this.calls = calls;
    this.call = call;
  }

  /**
   * The duty of the result of a call whose operand carries it (deferred), or null where it carries
   * none. Where the operand's maker is not in view, nothing is owed.
   */
  public static Acquisition carried(
      Scope scope, Calls calls, Op.Call call, int index, int operand) {
    return new Duties(scope, calls, call).carried(index, operand, 0);
  }

  private Acquisition carried(int index, int operand, int depth) {
    Values values = scope.values();
    for (int origin : values.origins(index, operand)) {
      if (Values.isParameter(origin)
          || !(values.op(origin) instanceof Op.Call maker)
          || depth > 5) {
        continue;
      }
      Contract contract = calls.contracts().of(maker.method());
      Acquisition duty = Words.duty(contract, call.method());
      int next = duty == null ? carrier(contract, maker) : Op.NONE;
      if (next != Op.NONE) {
        duty = carried(origin, next, depth + 1);
      }
      if (duty != null) {
        return duty;
      }
    }
    return null;
  }

  /** The operand that what a call makes passes on from, or none. */
  private static int carrier(Contract contract, Op.Call maker) {
    if (maker.receiver() >= 0 && contract.says(Word.ALIASES, Slot.RESULT)) {
      return maker.receiver();
    }
    List<Integer> operands = Operands.ofCall(maker);
    int first = maker.receiver() >= 0 ? 1 : 0;
    for (int i = 0; i + first < operands.size(); i++) {
      Fact carried = contract.fact(Word.ACQUIRES, Slot.parameter(i));
      if (carried != null && Words.isCarried(carried)
          || contract.says(Word.ALIASES, Slot.parameter(i))) {
        return operands.get(i + first);
      }
    }
    return Op.NONE;
  }
}

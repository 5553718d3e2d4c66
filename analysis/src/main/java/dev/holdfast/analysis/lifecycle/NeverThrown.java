package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Role;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.List;

/** Tells exceptions that a call declares or throws, but not while it has the object in hand. */
final class NeverThrown {
  private final Values values;
  private final Calls calls;

  NeverThrown(Values values, Calls calls) {
    this.values = values;
    this.calls = calls;
  }

  boolean is(Fact fact, Op op, int index) {
    return op instanceof Op.Call call && isOnlyWhereEmpty(fact, call)
        || wraps(fact, op) && namesConstant(op, index);
  }

  /** {@code new InputStreamReader(in, "UTF-8")}: what fails for a written name always fails. */
  private boolean wraps(Fact fact, Op op) {
    if (!(op instanceof Op.Call || op instanceof Op.New)) {
      return false;
    }
    List<Integer> operands = Operands.ofCall(op);
    for (int i = 0; i < operands.size(); i++) {
      if (fact.aliases().get(operands.get(i)) && calls.meaning(op).role(i) == Role.ALIASES) {
        return true;
      }
    }
    return false;
  }

  /** {@code optional.orElseThrow(..)} throws where there is nothing in it. */
  private boolean isOnlyWhereEmpty(Fact fact, Op.Call call) {
    if (call.receiver() < 0
        || !fact.aliases().get(call.receiver()) && !fact.related().get(call.receiver())) {
      return false;
    }
    dev.holdfast.catalog.Fact element =
        calls.contracts().of(call.method()).fact(Word.UNTYPED, Slot.RESULT);
    return element != null && element.value("").equals("ELEMENT");
  }

  private boolean namesConstant(Op op, int index) {
    for (int operand : Operands.ofCall(op)) {
      for (int origin : values.origins(index, operand)) {
        if (!Values.isParameter(origin)
            && values.op(origin) instanceof Op.Const constant
            && constant.value() instanceof String) {
          return true;
        }
      }
    }
    return false;
  }
}

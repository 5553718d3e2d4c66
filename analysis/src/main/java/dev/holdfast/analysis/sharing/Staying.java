package dev.holdfast.analysis.sharing;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Meaning;
import dev.holdfast.catalog.Contract;
import java.util.BitSet;
import java.util.List;

/** Tells whether an object is out of everybody's reach once the body that made it has ended. */
final class Staying {
  private final Values values;
  private final Calls calls;

  /** Ops that result in the object, or in something that is one with it. */
  private final BitSet same = new BitSet();

  private Staying(Values values, Calls calls) {
    this.values = values;
    this.calls = calls;
  }

  /** Whether what an op makes is neither returned nor kept by anybody. */
  static boolean holds(Made made, Calls calls) {
    Staying staying = new Staying(made.frame().values(), calls);
    staying.same.set(made.index());
    int known = 0;
    while (known < staying.same.cardinality()) {
      known = staying.same.cardinality();
      if (staying.leaves(made.index())) {
        return false;
      }
    }
    return true;
  }

  private boolean leaves(int maker) {
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (i == maker || op instanceof Op.Move || op instanceof Op.Cast) {
        continue;
      }
      boolean leaves =
          op.called() != null
              ? leavesBy(op, i)
              : op instanceof Op.PutField put
                  ? is(i, put.source())
                  : op instanceof Op.ArrayStore store
                      ? is(i, store.source())
                      : op instanceof Op.Return result
                          ? is(i, result.source())
                          : op instanceof Op.Closure closure && isAny(i, closure.captures());
      if (leaves) {
        return true;
      }
    }
    return false;
  }

  private boolean isAny(int index, List<Integer> registers) {
    for (int register : registers) {
      if (is(index, register)) {
        return true;
      }
    }
    return false;
  }

  private boolean is(int index, int register) {
    for (int origin : values.origins(index, register)) {
      if (!Values.isParameter(origin) && same.get(origin)) {
        return true;
      }
    }
    return false;
  }

  private boolean leavesBy(Op op, int index) {
    List<Integer> operands = Operands.ofCall(op);
    Meaning meaning = null;
    for (int o = 0; o < operands.size(); o++) {
      if (!is(index, operands.get(o))) {
        continue;
      }
      meaning = meaning == null ? calls.meaning(op) : meaning;
      boolean receiver = o == 0 && op instanceof Op.Call call && call.receiver() != Op.NONE;
      switch (meaning.role(o)) {
        case RELEASES, MAY_RELEASE -> {}
        case ALIASES -> same.set(index);
        case USES -> {
          if (!receiver && mayKeep(op)) {
            return true;
          }
          if (receiver && Varying.isSetting(op.called())) {
            same.set(index);
          }
        }
        default -> {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the result of a call of which only a word is known may hold on to an argument. */
  private boolean mayKeep(Op op) {
    MethodRef method = op.called();
    Contract contract = calls.contracts().of(method);
    return contract.mentioned()
        && (op instanceof Op.New || Calls.mayHold(method.result()) && !isEnd(method));
  }

  private static boolean isEnd(MethodRef method) {
    return method.result().equals("void");
  }
}

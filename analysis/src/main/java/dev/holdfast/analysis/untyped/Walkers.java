package dev.holdfast.analysis.untyped;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import java.util.List;

/**
 * Loops that walk whatever path they are given and ask for the type before each step: they cannot
 * fail on a tree of another shape, and no record could stand for what they walk.
 */
final class Walkers {
  private final Digging digging;
  private final Calls calls;
  private final Trees trees;
  private final TypeTests tests;

  Walkers(Digging digging, Calls calls, Trees trees) {
    this.digging = digging;
    this.calls = calls;
    this.trees = trees;
    this.tests = new TypeTests(digging.scope(), calls, trees);
  }

  boolean asks(Dig dig) {
    return dig.endless() && dig.keys().stream().allMatch("*"::equals) && asksEachLevel(dig);
  }

  /** Whether every step of a dig is into what has passed a type test. */
  boolean asksEachLevel(Dig dig) {
    return asks(dig, true);
  }

  private boolean asks(Dig dig, boolean atEntry) {
    for (int step : dig.chain()) {
      Op.Call call = (Op.Call) digging.scope().values().op(step);
      boolean asked =
          digging.steps().digs(call)
              ? passed(step, call.receiver(), atEntry)
              : helperAsks(call, step, atEntry);
      if (!asked) {
        return false;
      }
    }
    return true;
  }

  private boolean passed(int index, int register, boolean atEntry) {
    return tests.passed(index, register, atEntry, this::isNoStep);
  }

  /** Whether an op makes what is no deeper part of the tree, or a helper has asked for its type. */
  private boolean isNoStep(int made) {
    Dig dig = digging.of(made);
    if (dig == null || dig.keys().isEmpty()) {
      return true;
    }
    Digging callee =
        digging.scope().values().op(made) instanceof Op.Call call
                && !digging.steps().digs(call)
                && !digging.steps().isElement(call)
            ? digging.into(call)
            : null;
    return callee != null && new Walkers(callee, calls, trees).returnsTested();
  }

  private boolean returnsTested() {
    Values values = digging.scope().values();
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Return result
          && values.isReachable(values.blockOf(i))
          && !passed(i, result.source(), false)) {
        return false;
      }
    }
    return true;
  }

  /**
   * A helper that makes the step asks itself, or steps into what it is given, if that was asked.
   */
  private boolean helperAsks(Op.Call call, int index, boolean atEntry) {
    Digging callee = digging.into(call);
    if (callee == null) {
      return false;
    }
    Walkers inside = new Walkers(callee, calls, trees);
    List<Integer> operands = Operands.ofCall(call);
    for (Dig dig : callee.returned()) {
      int given = Values.isParameter(dig.root()) ? Values.register(dig.root()) : -1;
      if (given >= operands.size()) {
        return false;
      }
      if (!inside.asks(dig, given < 0)
          && !(given >= 0
              && inside.asks(dig, true)
              && passed(index, operands.get(given), atEntry))) {
        return false;
      }
    }
    return true;
  }
}

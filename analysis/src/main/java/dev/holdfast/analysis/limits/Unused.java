package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Role;

/** Tells objects that are made and released again without being used: they never wait. */
final class Unused {
  private final Values values;
  private final Calls calls;
  private final LimitFlow flow;

  Unused(Scope scope, Calls calls, LimitFlow flow) {
    this.values = scope.values();
    this.calls = calls;
    this.flow = flow;
  }

  /** Whether the object is released and nothing else is done with it. */
  boolean isOnlyReleased(int origin) {
    boolean[] used = {false};
    boolean released = false;
    for (int i = 0; i < values.ops().size() && !used[0]; i++) {
      Op op = values.op(i);
      if (op instanceof Op.Move || op instanceof Op.Cast) {
        continue;
      }
      if (releases(i, op, origin)) {
        released = true;
        continue;
      }
      int index = i;
      Operands.forEach(op, register -> used[0] |= flow.mayBe(index, register, origin));
    }
    return released && !used[0];
  }

  private boolean releases(int index, Op op, int origin) {
    return op instanceof Op.Call call
        && call.receiver() >= 0
        && flow.mayBe(index, call.receiver(), origin)
        && calls.meaning(op).role(0) == Role.RELEASES;
  }
}

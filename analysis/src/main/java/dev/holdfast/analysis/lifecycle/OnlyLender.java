package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.limits.Nest;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.FieldView;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.List;

/**
 * A pool in a private field that its class gives to nobody, and of which nobody else ever gets an
 * object: what others hand to the class has not come from there.
 */
final class OnlyLender {
  private final Calls calls;
  private final FieldRef pool;

  OnlyLender(Calls calls, FieldRef pool) {
    this.calls = calls;
    this.pool = pool;
  }

  boolean holds() {
    ClassView owner = calls.contracts().world().find(pool.owner());
    FieldView declared = owner == null ? null : owner.field(pool.name());
    if (declared == null || !declared.isPrivate()) {
      return false;
    }
    boolean made = false;
    for (Scope body : new Nest(calls).bodies(pool.owner())) {
      Values values = body.values();
      for (int i = 0; i < values.ops().size(); i++) {
        Op op = values.op(i);
        if (op instanceof Op.PutField put && put.field().equals(pool)) {
          if (!isMadeFor(values, i, put)) {
            return false;
          }
          made = true;
        } else if (op instanceof Op.GetField get && get.field().equals(pool)) {
          if (leaves(values, i, false)) {
            return false;
          }
        } else if (op instanceof Op.Call call && borrows(values, i, call)) {
          if (leaves(values, i, true)) {
            return false;
          }
        }
      }
    }
    return made;
  }

  private boolean isMadeFor(Values values, int index, Op.PutField put) {
    int[] origins = values.origins(index, put.source());
    return origins.length == 1
        && !Values.isParameter(origins[0])
        && values.op(origins[0]) instanceof Op.New
        && !leaves(values, origins[0], false);
  }

  private boolean borrows(Values values, int index, Op.Call call) {
    return call.receiver() >= 0
        && calls.contracts().of(call.method()).says(Word.BORROWS, Slot.RESULT);
  }

  /** Whether what an op gives is more than called here, and perhaps given back. */
  private boolean leaves(Values values, int origin, boolean lent) {
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (op instanceof Op.Move || op instanceof Op.Cast || !values.takes(i, origin)) {
        continue;
      }
      boolean kept = op instanceof Op.PutField put && !lent && put.field().equals(pool);
      if (!kept && !(op instanceof Op.Call call && isOwnUse(values, i, call, origin, lent))) {
        return true;
      }
    }
    return false;
  }

  private boolean isOwnUse(Values values, int index, Op.Call call, int origin, boolean lent) {
    List<Integer> operands = Operands.ofCall(call);
    int first = call.receiver() >= 0 ? 1 : 0;
    for (int o = first; o < operands.size(); o++) {
      if (values.comesFrom(index, operands.get(o), origin)
          && !(lent
              && calls
                  .contracts()
                  .of(call.method())
                  .says(Word.RETURNS, Slot.parameter(o - first)))) {
        return false;
      }
    }
    return true;
  }
}

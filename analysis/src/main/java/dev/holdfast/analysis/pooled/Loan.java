package dev.holdfast.analysis.pooled;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Acquisition;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Role;
import dev.holdfast.analysis.world.Types;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import dev.holdfast.protocol.Bond;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An object that a body takes out of a pool and gives back.
 *
 * @param given index of the op that gives it back
 * @param object all that it may come from
 * @param taken index of the op that took it out
 * @param pool whether its pool cleans it
 */
record Loan(int given, Set<Integer> object, int taken, Cleaning.Answer pool) {

  /** All of a body. */
  static List<Loan> in(Scope scope, Calls calls) {
    List<Loan> found = new ArrayList<>();
    Values values = scope.values();
    if (!lendsAny(values, calls)) {
      return found;
    }
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.isReachable(values.blockOf(i)) && values.op(i) instanceof Op.Call call) {
        List<Integer> operands = Operands.ofCall(call);
        for (int o = 0; o < operands.size(); o++) {
          boolean receiver = call.receiver() >= 0 && o == 0;
          Loan loan = receiver ? null : of(scope, calls, call, i, o);
          if (loan != null) {
            found.add(loan);
          }
        }
      }
    }
    return found;
  }

  /** Most bodies take nothing out of any pool: asked before any callee is looked into. */
  private static boolean lendsAny(Values values, Calls calls) {
    OwnPools pools = new OwnPools(calls);
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call call) {
        Contract contract = calls.contracts().of(call.method());
        boolean lends =
            contract.mentioned()
                ? contract.says(Word.BORROWS, Slot.RESULT) || OwnPools.takes(contract)
                : pools.mayLend(call.method()) || isBorrowed(values, calls, i);
        if (lends) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isBorrowed(Values values, Calls calls, int index) {
    Op.Call call = (Op.Call) values.op(index);
    Acquisition made =
        calls.mayAcquire(values, call, index)
            ? calls.meaningAt(values, call, index).acquires()
            : null;
    return made != null && made.bond() == Bond.BORROWED;
  }

  private static Loan of(Scope scope, Calls calls, Op.Call call, int index, int operand) {
    int register = Operands.ofCall(call).get(operand);
    Contract contract = calls.contracts().of(call.method());
    Slot slot = Slot.parameter(operand - (call.receiver() >= 0 ? 1 : 0));
    boolean helper = !contract.mentioned() && calls.isOwnCode(call.method());
    boolean returns = contract.says(Word.RETURNS, slot);
    if (returns && contract.says(Word.HANDED_OVER, slot)) {
      // given back as broken: nobody gets it any more
      return null;
    }
    Set<Integer> object = null;
    if (returns || helper && calls.meaning(call).role(operand) == Role.RELEASES) {
      object = new SameObject(scope.values(), calls).origins(index, register);
      int taken = borrowed(scope, calls, object);
      if (taken >= 0) {
        String type = Types.erase(scope.body().type(register));
        Cleaning.Answer pool =
            returns ? new Cleaning(calls).of(scope, index, taken, type) : Cleaning.Answer.UNSEEN;
        return new Loan(index, object, taken, pool);
      }
    }
    OwnPools pools = new OwnPools(calls);
    FieldRef kept =
        contract.says(Word.HANDED_OVER, slot) || helper
            ? pools.keptIn(scope, index, operand)
            : null;
    if (kept == null) {
      return null;
    }
    object = new SameObject(scope.values(), calls).origins(index, register);
    if (!kept.equals(pools.lentFrom(scope.values(), object))) {
      return null;
    }
    Cleaning.Answer pool = new Cleaning(calls).of(kept, scope.body().method());
    return new Loan(index, object, taken(scope, object), pool);
  }

  private static int borrowed(Scope scope, Calls calls, Set<Integer> object) {
    for (int origin : object) {
      if (!Values.isParameter(origin)
          && scope.values().op(origin) instanceof Op.Call
          && isBorrowed(scope.values(), calls, origin)) {
        return origin;
      }
    }
    return -1;
  }

  private static int taken(Scope scope, Set<Integer> object) {
    for (int origin : object) {
      if (!Values.isParameter(origin) && scope.values().op(origin) instanceof Op.Call) {
        return origin;
      }
    }
    return object.iterator().next();
  }
}

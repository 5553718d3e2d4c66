package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Places;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import dev.holdfast.rulebook.Rule;
import java.util.List;
import java.util.Set;

/** Limits that are set on a copy which nobody uses: {@code stub.withDeadlineAfter(2, SECONDS);}. */
final class DroppedCopy {
  private static final int CHAIN = 8;

  private final Scope scope;
  private final Values values;
  private final Calls calls;
  private final LimitWords words;

  DroppedCopy(Scope scope, Calls calls, LimitWords words) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
    this.words = words;
  }

  /** Whether what has this fact sets a limit on a copy of its receiver. */
  static boolean judges(Fact fact) {
    return fact.word() == Word.BOUNDS && fact.argument("copy", "false").equals("true");
  }

  /** The finding about one call, or null. */
  Finding finding(Op op, int index, Contract contract) {
    Fact bounds = bounds(contract);
    if (bounds == null
        || !(op instanceof Op.Call call)
        || call.receiver() < 0
        || isMock(index, call.receiver())
        || !isDropped(index, 0)) {
      return null;
    }
    String name = ShortNames.call(call.method());
    return new Finding(
        Rule.DROPPED_DEADLINE,
        Rule.DROPPED_DEADLINE.level(),
        isDefinite(call, index, bounds),
        scope.body().method(),
        op.site(),
        name + " sets its limit on a copy, and nobody uses that copy",
        contract.advice().isEmpty() ? "go on with what " + name + " results in" : contract.advice(),
        List.of(new Finding.Step(op.site(), "the copy with the limit is dropped here")));
  }

  private static Fact bounds(Contract contract) {
    for (Fact fact : contract.facts()) {
      if (judges(fact)) {
        return fact;
      }
    }
    return null;
  }

  /** {@code verify(stub).withDeadlineAfter(2, SECONDS)}: nothing is made of it. */
  private boolean isMock(int index, int register) {
    for (int origin : values.origins(index, register)) {
      Op op = Values.isParameter(origin) ? null : values.op(origin);
      if (op != null
          && op.called() != null
          && calls.contracts().of(op.called()).says(Word.ACQUIRES, Slot.RESULT, "NOTHING")) {
        return true;
      }
    }
    return false;
  }

  /** Whether nothing is done with a result, or nothing but to make further copies of it. */
  private boolean isDropped(int made, int depth) {
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (!(op instanceof Op.Move || op instanceof Op.Cast)
          && values.takes(i, made)
          && !(depth < CHAIN && isCopied(op, i, made) && isDropped(i, depth + 1))) {
        return false;
      }
    }
    return !Read.isTested(scope, made);
  }

  private boolean isCopied(Op op, int index, int made) {
    if (!(op instanceof Op.Call call) || !words.isFluent(call.method(), call.receiver() >= 0)) {
      return false;
    }
    for (int argument : call.arguments()) {
      if (values.comesFrom(index, argument, made)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether somebody goes on with the object that has no limit. Of what is kept in a field that is
   * certain where the limit is no constant, too: a test tries constants, to see them refused.
   */
  private boolean isDefinite(Op.Call call, int index, Fact bounds) {
    Set<String> places = Places.keys(values, index, call.receiver());
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (i != index
          && !(op instanceof Op.Move || op instanceof Op.Cast || op instanceof Op.GetField)
          && scope.mayRunBefore(index, i)
          && reads(op, i, places)) {
        return true;
      }
    }
    return isKept(index, call.receiver())
        && !call.arguments().isEmpty()
        && isGiven(index, call.arguments().get(Math.max(0, bounds.slot().index())));
  }

  private boolean reads(Op op, int index, Set<String> places) {
    boolean[] found = {false};
    Operands.forEach(
        op,
        register ->
            found[0] |= Places.keys(values, index, register).stream().anyMatch(places::contains));
    return found[0];
  }

  private boolean isKept(int index, int register) {
    int[] origins = values.origins(index, register);
    for (int origin : origins) {
      if (Values.isParameter(origin) || !(values.op(origin) instanceof Op.GetField)) {
        return false;
      }
    }
    return origins.length > 0;
  }

  private boolean isGiven(int index, int register) {
    int[] origins = values.origins(index, register);
    for (int origin : origins) {
      if (!Values.isParameter(origin) && !(values.op(origin) instanceof Op.GetField)) {
        return false;
      }
    }
    return origins.length > 0;
  }
}

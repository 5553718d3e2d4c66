package dev.holdfast.analysis.summary;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.world.Contracts;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Member;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;

/** Tells mocks from what they stand in for: whatever is asked of them owes nothing. */
public final class StandIns {
  private static final int LONGEST_CHAIN = 4;

  private final Values values;
  private final Contracts contracts;

  public StandIns(Scope scope, Calls calls) {
    this.values = scope.values();
    this.contracts = calls.contracts();
  }

  /** Whether a call can only be one on a stand-in, or on what one gave out. */
  public boolean isCalled(Op op, int index) {
    return isCalled(op, index, LONGEST_CHAIN);
  }

  private boolean isCalled(Op op, int index, int chain) {
    if (!(op instanceof Op.Call call) || call.receiver() < 0) {
      return false;
    }
    int[] origins = values.origins(index, call.receiver());
    for (int origin : origins) {
      if (!isOne(origin, chain)) {
        return false;
      }
    }
    return origins.length > 0;
  }

  private boolean isOne(int origin, int chain) {
    if (Values.isParameter(origin)) {
      return false;
    }
    Op op = values.op(origin);
    Fact acquires = null;
    if (op instanceof Op.Call call) {
      acquires = contracts.of(call.method()).fact(Word.ACQUIRES, Slot.RESULT);
    } else if (op instanceof Op.GetField get) {
      Member field = Member.field(get.field().owner(), get.field().name());
      acquires = contracts.of(field).fact(Word.ACQUIRES, Slot.FIELD);
    }
    return acquires != null && Words.isNothing(acquires)
        || chain > 0 && isCalled(op, origin, chain - 1);
  }
}

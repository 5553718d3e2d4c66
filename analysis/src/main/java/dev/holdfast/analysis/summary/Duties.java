package dev.holdfast.analysis.summary;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;

/** Duties that an argument decides: a body handler that makes streams, for example. */
public final class Duties {
  private Duties() {}

  /**
   * The duty of the result of a call whose argument carries it (deferred), or null where it carries
   * none. Where the argument's maker is not in view, nothing is owed.
   */
  public static Acquisition carried(
      Scope scope, Calls calls, Op.Call call, int index, int argument) {
    Values values = scope.values();
    for (int origin : values.origins(index, argument)) {
      if (Values.isParameter(origin) || !(values.op(origin) instanceof Op.Call maker)) {
        continue;
      }
      Contract contract = calls.contracts().of(maker.method());
      if (contract.says(Word.ACQUIRES, Slot.RESULT)) {
        return Words.duty(contract, call.method());
      }
    }
    return null;
  }
}

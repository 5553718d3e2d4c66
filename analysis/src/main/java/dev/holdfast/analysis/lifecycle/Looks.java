package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;

/** Tells apart the calls whose undeclared exceptions are no path on which an object gets lost. */
final class Looks {
  private final Calls calls;
  private final Tracked tracked;

  Looks(Calls calls, Tracked tracked) {
    this.calls = calls;
    this.tracked = tracked;
  }

  /**
   * Whether an op only looks at a part of the object, which the catalog says of it: that the code
   * around would catch what it does not throw is no path.
   */
  boolean looksAtPart(Fact fact, Op op) {
    return op instanceof Op.Call call
        && call.receiver() >= 0
        && fact.aliases().get(call.receiver())
        && calls.contracts().of(call.method()).says(Word.ALIASES, Slot.RESULT);
  }

  /**
   * Whether an op only passes the object on, which the catalog says of it ({@code Optional.of(x)}):
   * what it refuses, null for one, is not the object.
   */
  boolean passesOn(Fact fact, Op op) {
    if (!(op instanceof Op.Call call) || call.receiver() >= 0) {
      return false;
    }
    Contract contract = calls.contracts().of(call.method());
    for (int i = 0; i < call.arguments().size(); i++) {
      if (fact.aliases().get(call.arguments().get(i))
          && contract.says(Word.ALIASES, Slot.parameter(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether an op is a method of the object itself: an interface with one method is no callback to
   * code of the user's choice where a pool made the object behind it.
   */
  boolean isOwnMethod(Fact fact, Op op) {
    return tracked.isBorrowed()
        && op instanceof Op.Call call
        && call.receiver() >= 0
        && fact.aliases().get(call.receiver());
  }
}

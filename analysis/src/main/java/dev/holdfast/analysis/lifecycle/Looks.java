package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;

/** Tells apart the calls whose undeclared exceptions are no path on which an object gets lost. */
final class Looks {
  private final Values values;
  private final Calls calls;
  private final Tracked tracked;

  Looks(Scope scope, Calls calls, Tracked tracked) {
    this.values = scope.values();
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

  /**
   * Whether an op is a step in the life of something made here ({@code client.start()}), or makes
   * an object that only keeps what it is given. The one refuses a wrong state, which what was just
   * made is not in; the other refuses nothing. That the code around would catch what they throw is
   * hardly a path.
   */
  boolean isMereStep(Fact fact, Op op, int index) {
    if (op instanceof Op.New made) {
      return onlyKeeps(made);
    }
    if (!(op instanceof Op.Call call)
        || call.receiver() < 0
        || !call.method().descriptor().equals("()V")
        || call.method().isConstructor()) {
      return false;
    }
    return fact.aliases().get(call.receiver()) && !tracked.isParameter()
        || isMadeHere(index, call.receiver());
  }

  private boolean isMadeHere(int index, int register) {
    int[] origins = values.origins(index, register);
    for (int origin : origins) {
      Op op = Values.isParameter(origin) ? null : values.op(origin);
      boolean made = op instanceof Op.New || op instanceof Op.GetField get && isPutNew(get.field());
      if (!made) {
        return false;
      }
    }
    return origins.length > 0;
  }

  private boolean isNew(int index, int register) {
    int[] origins = values.origins(index, register);
    return origins.length == 1
        && !Values.isParameter(origins[0])
        && values.op(origins[0]) instanceof Op.New;
  }

  private boolean isPutNew(FieldRef field) {
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.PutField put
          && put.field().equals(field)
          && isNew(i, put.source())) {
        return true;
      }
    }
    return false;
  }

  private boolean onlyKeeps(Op.New made) {
    Scope body =
        calls.isOwnCode(made.constructor()) ? calls.summaries().scope(made.constructor()) : null;
    if (body == null) {
      return false;
    }
    for (Op op : body.values().ops()) {
      boolean ofItself =
          op instanceof Op.Call call
              && call.receiver() == 0
              && call.dispatch() == Op.Dispatch.SPECIAL;
      if (op instanceof Op.Throw
          || op instanceof Op.New
          || op instanceof Op.Call && !ofItself && !isCheck(op)) {
        return false;
      }
    }
    return true;
  }

  /** {@code Assert.notNull(argument, ..)}: at most it blames whoever calls. */
  private boolean isCheck(Op op) {
    return op instanceof Op.Call call
        && call.dispatch() == Op.Dispatch.STATIC
        && call.method().result().equals("void")
        && calls.hierarchy().resolve(call.method()) != null
        && calls.meaning(call).unchecked().isEmpty();
  }
}

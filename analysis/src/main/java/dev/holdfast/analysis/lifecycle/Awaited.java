package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Places;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import dev.holdfast.protocol.State;
import java.util.ArrayList;
import java.util.List;

/** Tells where a body waits for the end of what it has given to another thread. */
final class Awaited {
  private static final int DEPTH = 5;

  private final Scope scope;
  private final Values values;
  private final Calls calls;

  Awaited(Scope scope, Calls calls) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
  }

  /** Handed to a thread, unless the call comes back when that is done. */
  Fact handed(Fact fact, Op op, int index, int register) {
    boolean starts = op instanceof Op.Call call && call.receiver() == register;
    boolean told = starts && fact.marks().stream().anyMatch(Mark::isThread);
    return told || isWait(op) ? fact : fact.marked(new Mark(Mark.Route.THREAD, "", index));
  }

  /** Tasks that this call has waited for reach the object no more. */
  Fact ended(Fact fact, Op.Call call, int index, boolean raised) {
    if (fact.state() != State.HELD
        || fact.marks().stream().noneMatch(Mark::isThread)
        || !isWait(call)) {
      return fact;
    }
    List<Mark> rest = new ArrayList<>(fact.marks());
    rest.removeIf(m -> m.isThread() && isFor(m.op(), call, index));
    if (rest.size() == fact.marks().size()) {
      return fact;
    }
    // out of time, or out of patience: the task may go on
    return raised && !isUnbounded(call) ? fact.doubting(Doubt.UNKNOWN_CALL) : fact.withMarks(rest);
  }

  /** Whether an op waits for a thread, with a limit or without. */
  boolean isWait(Op op) {
    return isUnbounded(op) || isBounded(op);
  }

  /** Whether it waits until the end, or until it is interrupted. */
  boolean isUnbounded(Op op) {
    if (!(op instanceof Op.Call call)) {
      return false;
    }
    dev.holdfast.catalog.Fact waits =
        calls.contracts().of(call.method()).fact(Word.WAITS, Slot.RESULT);
    return waits != null && waits.argument("on", "").equals("THREAD");
  }

  private boolean isBounded(Op op) {
    if (!(op instanceof Op.Call call)) {
      return false;
    }
    Contract contract = calls.contracts().of(call.method());
    if (!contract.mentioned() || contract.says(Word.ALIASES, Slot.RESULT)) {
      return false;
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      dev.holdfast.catalog.Fact bounds = contract.fact(Word.BOUNDS, Slot.parameter(i));
      if (bounds != null && bounds.value("").contains("WAIT")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a wait is for what another op has handed to a thread. */
  boolean isFor(int handing, Op.Call wait, int index) {
    if (wait.receiver() < 0) {
      return false;
    }
    return reaches(index, wait.receiver(), handing, 0)
        || values.op(handing) instanceof Op.Call hands
            && hands.receiver() >= 0
            && !takesTask(wait)
            && Places.keys(values, handing, hands.receiver())
                .equals(Places.keys(values, index, wait.receiver()));
  }

  /** Whether the body waits later on for something that may be the end of the task. */
  boolean mayBeAwaited(int handing) {
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (op instanceof Op.Call call
          && isWait(op)
          && !isFor(handing, call, i)
          && scope.mayRunBefore(handing, i)) {
        return true;
      }
    }
    return false;
  }

  /** It waits for what it is given, and for nothing else. */
  private boolean takesTask(Op.Call wait) {
    Contract contract = calls.contracts().of(wait.method());
    for (int i = 0; i < wait.arguments().size(); i++) {
      if (contract.says(Word.HANDED_OVER, Slot.parameter(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a value was made of what an op results in: by its methods, or with it in an array. */
  private boolean reaches(int index, int register, int wanted, int depth) {
    for (int origin : values.origins(index, register)) {
      if (origin == wanted) {
        return true;
      }
      if (Values.isParameter(origin) || depth == DEPTH) {
        continue;
      }
      Op op = values.op(origin);
      if (op instanceof Op.Call call) {
        if (call.receiver() >= 0 && reaches(origin, call.receiver(), wanted, depth + 1)
            || anyReaches(origin, call.arguments(), wanted, depth + 1)) {
          return true;
        }
      } else if (op instanceof Op.NewArray && arrayReaches(origin, wanted, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean anyReaches(int index, List<Integer> registers, int wanted, int depth) {
    for (int register : registers) {
      if (reaches(index, register, wanted, depth)) {
        return true;
      }
    }
    return false;
  }

  private boolean arrayReaches(int array, int wanted, int depth) {
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.ArrayStore store) {
        int[] stored = values.origins(i, store.array());
        if (stored.length == 1 && stored[0] == array && reaches(i, store.source(), wanted, depth)) {
          return true;
        }
      }
    }
    return false;
  }
}

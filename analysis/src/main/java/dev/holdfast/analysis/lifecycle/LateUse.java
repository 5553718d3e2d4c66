package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Meaning;
import dev.holdfast.analysis.summary.Role;
import java.util.List;

/** Tells whether an op uses an object, which after its return to the pool it must not. */
final class LateUse {
  private final Values values;
  private final Calls calls;
  private final RunHere runHere;
  private final int tracked;

  /**
   * @param tracked origin of the tracked object
   */
  LateUse(Values values, Calls calls, int tracked) {
    this.values = values;
    this.calls = calls;
    this.runHere = new RunHere(values, calls, tracked);
    this.tracked = tracked;
  }

  /** How the op misuses what the fact is about, or null. */
  End.Kind kind(Fact fact, Op op, int index) {
    if (is(fact, op, index)) {
      return End.Kind.USED_AFTER;
    }
    boolean sure = (fact.doubts() & Doubt.UNFINISHED) == 0;
    return sure && givesBack(fact, op, index) ? End.Kind.RETURNED_TWICE : null;
  }

  /** Closing twice is harmless by contract; giving to a pool twice is not. */
  private boolean givesBack(Fact fact, Op op, int index) {
    if (!(op instanceof Op.Call call)) {
      return false;
    }
    List<Integer> operands = Operands.ofCall(op);
    for (int i = 0; i < operands.size(); i++) {
      boolean self = i == 0 && call.receiver() >= 0;
      if (fact.aliases().get(operands.get(i)) && !self) {
        Meaning meaning = calls.meaningAt(values, op, index);
        if (meaning.role(i) == Role.RELEASES && !meaning.isGuarded(i)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the op uses what the fact is about. */
  private boolean is(Fact fact, Op op, int index) {
    if (op instanceof Op.Call || op instanceof Op.New) {
      if (op instanceof Op.Call call && runsCapture(fact, call, index)) {
        return true;
      }
      List<Integer> operands = Operands.ofCall(op);
      for (int i = 0; i < operands.size(); i++) {
        boolean view = isView(fact, index, operands.get(i));
        if (view || fact.aliases().get(operands.get(i))) {
          Role role = calls.meaningAt(values, op, index).role(i);
          // giving it back once more is another rule's matter; keeping it is an escape
          if (role == Role.USES
              || role == Role.MAYBE_PART
              || role == Role.ALIASES
              || role == Role.UNKNOWN
              || role == Role.MAY_RELEASE && view) {
            return true;
          }
        }
      }
      return false;
    }
    if (op instanceof Op.GetField get) {
      return get.object() >= 0 && fact.aliases().get(get.object());
    }
    if (op instanceof Op.PutField put) {
      return put.object() >= 0 && fact.aliases().get(put.object());
    }
    if (op instanceof Op.Concat concat) {
      return concat.arguments().stream().anyMatch(fact.aliases()::get);
    }
    return op instanceof Op.ArrayLoad load && fact.aliases().get(load.array());
  }

  /** What lives in the object, such as a batch on a connection: without it, it is dead. */
  private boolean isView(Fact fact, int index, int register) {
    if (!fact.related().get(register)) {
      return false;
    }
    int[] origins = values.origins(index, register);
    if (origins.length != 1
        || Values.isParameter(origins[0])
        || !(values.op(origins[0]) instanceof Op.Call made)
        || made.receiver() < 0
        || calls.meaning(made).role(0) != Role.CONTAINS) {
      return false;
    }
    int[] parents = values.origins(origins[0], made.receiver());
    return parents.length == 1 && parents[0] == tracked;
  }

  /** A lambda of this body is run that has captured the object, and does not give it back. */
  private boolean runsCapture(Fact fact, Op.Call call, int index) {
    if (call.receiver() < 0 || !fact.related().get(call.receiver()) || !runHere.runs(call, index)) {
      return false;
    }
    Role role = runHere.role(call, index);
    return role != Role.RELEASES && role != Role.MAY_RELEASE && role != Role.OWNS;
  }
}

package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Meaning;
import dev.holdfast.analysis.summary.Role;
import dev.holdfast.analysis.world.ClassView;
import java.util.List;

/**
 * Tells a function that has captured the tracked object, and what keeps such a function to run it
 * later, from what holds the object itself. A function that is run leaves nothing behind but what
 * it returns.
 */
final class Captured {
  private static final int DEPTH = 16;

  /** How a value reaches the tracked object; the later one is the stronger. */
  private enum Hold {
    NOT_SEEN,
    BY_FUNCTION,
    ITSELF
  }

  private final Values values;
  private final Calls calls;
  private final int tracked;

  /**
   * @param tracked origin of the tracked object
   */
  Captured(Values values, Calls calls, int tracked) {
    this.values = values;
    this.calls = calls;
    this.tracked = tracked;
  }

  /**
   * Whether what an op makes of something that reaches the object may lead to the object as well.
   * What some library makes of a view of it ({@code pipeline.get(key)}) does not.
   */
  boolean leadsOn(Op op, int index, int operand) {
    if (!(op instanceof Op.Call call)) {
      return true;
    }
    if (endsIn(call, index, operand)) {
      return false;
    }
    if (operand > 0 || call.receiver() < 0) {
      // a future is not the task
      return calls.meaning(op).role(operand) != Role.RUNS_ON_THREAD;
    }
    return calls.contracts().of(call.method()).mentioned() || calls.isOwnCode(call.method());
  }

  /**
   * Whether a call runs the functions that its operand is or keeps, and what it results in has
   * nothing more to do with the object.
   */
  private boolean endsIn(Op.Call call, int index, int operand) {
    if (hold(index, Operands.ofCall(call).get(operand), 0) != Hold.BY_FUNCTION) {
      return false;
    }
    Meaning meaning = calls.meaningAt(values, call, index);
    Role role = meaning.role(operand);
    if (calls.contracts().of(call.method()).mentioned()) {
      // a step of a pipeline is the pipeline, and keeps what it will run
      boolean step = call.receiver() >= 0 && meaning.role(0) == Role.ALIASES;
      return role == Role.USES && !(step && mayKeep(call.method().result()));
    }
    return role == Role.USES && meaning.isKnown(operand)
        || (role == Role.UNKNOWN || role == Role.MAYBE_PART) && !mayKeep(call.method().result());
  }

  /** Whether values of a type may run functions later on: not if they are plain data. */
  private boolean mayKeep(String type) {
    if (type.equals("java.lang.Object")
        || calls.holdsElements(type) && !calls.hierarchy().isSubtype(type, "java.util.Iterator")) {
      return false;
    }
    ClassView view = calls.contracts().world().find(type);
    return view == null || (view.access() & 0x0010) == 0;
  }

  private Hold hold(int index, int register, int depth) {
    Hold strongest = Hold.NOT_SEEN;
    for (int origin : values.origins(index, register)) {
      strongest = strongest(strongest, hold(origin, depth));
    }
    return strongest;
  }

  private Hold hold(int origin, int depth) {
    if (origin == tracked || depth == DEPTH) {
      return Hold.ITSELF;
    }
    if (Values.isParameter(origin)) {
      return Hold.NOT_SEEN;
    }
    Op op = values.op(origin);
    if (op instanceof Op.Closure closure) {
      return ofFunction(closure, origin, depth);
    }
    return op instanceof Op.Call || op instanceof Op.New
        ? ofResult(op, origin, depth)
        : Hold.NOT_SEEN;
  }

  private Hold ofFunction(Op.Closure closure, int origin, int depth) {
    Hold strongest = Hold.NOT_SEEN;
    for (int i = 0; i < closure.captures().size(); i++) {
      if (hold(origin, closure.captures().get(i), depth + 1) != Hold.NOT_SEEN) {
        Role role = calls.captureRole(closure, i);
        boolean returns = role == Role.ALIASES || role == Role.CONTAINS;
        strongest = strongest(strongest, returns ? Hold.ITSELF : Hold.BY_FUNCTION);
      }
    }
    return strongest;
  }

  private Hold ofResult(Op op, int origin, int depth) {
    Hold strongest = Hold.NOT_SEEN;
    List<Integer> operands = Operands.ofCall(op);
    for (int i = 0; i < operands.size(); i++) {
      Hold hold = hold(origin, operands.get(i), depth + 1);
      if (hold != Hold.NOT_SEEN) {
        boolean used =
            hold == Hold.ITSELF && calls.meaningAt(values, op, origin).role(i) == Role.USES;
        strongest = used ? strongest : strongest(strongest, hold);
      }
    }
    return strongest;
  }

  private static Hold strongest(Hold one, Hold other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}

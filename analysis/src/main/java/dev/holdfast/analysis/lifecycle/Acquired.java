package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Acquisition;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Duties;
import dev.holdfast.analysis.summary.Meaning;
import dev.holdfast.analysis.summary.StandIns;
import dev.holdfast.analysis.world.Types;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Duty;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import dev.holdfast.protocol.Bond;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An object of a body that comes with a duty: the result of an op, or a parameter that the caller
 * hands over.
 *
 * @param block of the op, or -1 for a parameter
 * @param position of the op in its block, or the entry register
 * @param index of the op, or of the first call that gets the parameter
 */
record Acquired(int block, int position, int index, Acquisition acquisition, Tracked tracked) {

  boolean isParameter() {
    return block < 0;
  }

  /** Ends of all its paths, or null where the budget ran out. */
  List<End> ends(Scope scope, Calls calls, int budget) {
    Calls meanings = tracked.staysBorrowedClosed() ? calls.withoutClosing() : calls;
    return isParameter()
        ? Tracker.fromParameter(scope, meanings, tracked, position, budget)
        : Tracker.fromOp(scope, meanings, tracked, block, position, budget);
  }

  /** What befalls it on all its paths, for whom it concerns that has a leak to mend. */
  Course course(Scope scope, Calls calls, int budget) {
    Calls meanings = tracked.staysBorrowedClosed() ? calls.withoutClosing() : calls;
    return Tracker.courseFromOp(scope, meanings, tracked, block, position, budget);
  }

  /** Parameters that whoever implements the method has to release. */
  static List<Acquired> given(Scope scope, Calls calls) {
    MethodRef method = scope.body().method();
    Contract contract = calls.contracts().of(method);
    List<Acquired> found = new ArrayList<>();
    for (int i = 0; i < method.parameters().size(); i++) {
      Acquisition acquisition = contract.mentioned() ? calls.given(method, i) : null;
      int register = scope.body().parameter(i);
      int used = acquisition == null ? -1 : firstCall(scope.values(), register);
      if (used >= 0) {
        Tracked tracked =
            new Tracked(
                acquisition.bond(),
                false,
                true,
                method.parameters().get(i),
                acquisition.duty() == Duty.HTTP_RESPONSE,
                false,
                false,
                Set.of());
        found.add(new Acquired(-1, register, used, acquisition, tracked));
      }
    }
    return found;
  }

  /** Where the values come from whose release ends the duty too. */
  Set<Integer> parents(Scope scope, Calls calls) {
    return isParameter() ? Set.of() : new Owners(scope, calls).origins(index, acquisition);
  }

  private static int firstCall(Values values, int register) {
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (op instanceof Op.Call || op instanceof Op.New) {
        for (int operand : Operands.ofCall(op)) {
          int[] origins = values.origins(i, operand);
          if (origins.length == 1 && origins[0] == Values.parameter(register)) {
            return i;
          }
        }
      }
    }
    return -1;
  }

  /** All of them, in order. */
  static List<Acquired> in(Scope scope, Calls calls) {
    List<Acquired> found = new ArrayList<>();
    Values values = scope.values();
    for (int b = 0; b < scope.body().blocks().size(); b++) {
      Block block = scope.body().blocks().get(b);
      if (!values.isReachable(b)) {
        continue;
      }
      for (int i = 0; i < block.ops().size(); i++) {
        Op op = block.ops().get(i);
        // the constructor of a superclass makes no object of its own
        boolean makes =
            op instanceof Op.New || op instanceof Op.Call call && !call.method().isConstructor();
        int index = values.index(b, i);
        if (!makes || op instanceof Op.Call call && !calls.mayAcquire(values, call, index)) {
          continue;
        }
        Acquisition acquisition = acquisition(scope, calls, op, index);
        if (acquisition != null) {
          found.add(
              new Acquired(
                  b, i, index, acquisition, tracked(scope, calls, op, index, acquisition)));
        }
      }
    }
    return found;
  }

  private static Acquisition acquisition(Scope scope, Calls calls, Op op, int index) {
    Meaning meaning = calls.meaningAt(scope.values(), op, index);
    if (meaning.acquires() == null && meaning.carriedBy() < 0
        || new StandIns(scope, calls).isCalled(op, index)) {
      return null;
    }
    if (meaning.acquires() != null) {
      return meaning.acquires();
    }
    int carrier = Operands.ofCall(op).get(meaning.carriedBy());
    return Duties.carried(scope, calls, (Op.Call) op, index, carrier);
  }

  /** Lent and handed over in one: whoever has it last gives it back. */
  static boolean goesOn(Calls calls, Acquisition acquisition) {
    return acquisition.bond() == Bond.BORROWED
        && calls.contracts().of(acquisition.source()).says(Word.HANDED_OVER, Slot.RESULT);
  }

  private static Tracked tracked(
      Scope scope, Calls calls, Op op, int index, Acquisition acquisition) {
    Set<String> parents = new Owners(scope, calls).keys(index, acquisition);
    // an acquiring call whose result nobody takes still acquires
    String type = Types.erase(scope.body().type(op.target()));
    boolean itself =
        type != null
            && (calls.contracts().isDutyType(type)
                || calls.hierarchy().isSubtype(type, "java.lang.AutoCloseable"));
    String made =
        op instanceof Op.New created
            ? created.constructor().owner()
            : ((Op.Call) op).method().result();
    boolean merelyCloses =
        acquisition.bond() == Bond.BORROWED && new MereClosing(calls).is(valueType(scope, index));
    return new Tracked(
        acquisition.bond(),
        false,
        itself && !merelyCloses,
        made,
        acquisition.duty() == Duty.HTTP_RESPONSE,
        goesOn(calls, acquisition),
        merelyCloses,
        parents);
  }

  /** The type of a result; in class files a generic one is told by what it is cast to. */
  private static String valueType(Scope scope, int index) {
    Values values = scope.values();
    String type = Types.erase(scope.body().type(values.op(index).target()));
    for (int i = 0; i < values.ops().size() && "java.lang.Object".equals(type); i++) {
      if (values.op(i) instanceof Op.Cast cast) {
        int[] origins = values.origins(i, cast.source());
        type = origins.length == 1 && origins[0] == index ? cast.type() : type;
      }
    }
    return type;
  }
}

package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Places;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Meaning;
import dev.holdfast.analysis.summary.Role;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Finds what is given to a pool that it did not come from: made here, or borrowed elsewhere. */
final class Foreign {
  private final Scope scope;
  private final Values values;
  private final Calls calls;

  Foreign(Scope scope, Calls calls) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (scope.body().method().name().startsWith("<")) {
      return findings; // a pool may be filled before anybody borrows
    }
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call call
          && call.receiver() >= 0
          && !call.method().owner().equals(scope.body().method().owner())) {
        judge(call, i, findings);
      }
    }
    return findings;
  }

  private void judge(Op.Call call, int index, List<Finding> findings) {
    Contract contract = calls.contracts().of(call.method());
    for (int p = 0; p < call.arguments().size(); p++) {
      if (contract.says(Word.RETURNS, Slot.parameter(p))) {
        int maker = foreign(call, index, call.arguments().get(p));
        if (maker >= 0) {
          findings.add(finding(call, values.op(maker)));
        }
      }
    }
  }

  /** The op that an argument comes from, if it certainly is not from the pool; or -1. */
  private int foreign(Op.Call call, int index, int argument) {
    int[] origins = values.origins(index, argument);
    for (int origin : origins) {
      if (Values.isParameter(origin)
          || !(isMadeHere(values.op(origin))
              || isOfAnother(origin, call, index)
              || isGivenByOthers(origin, call, index))) {
        return -1;
      }
    }
    return origins.length == 0 ? -1 : origins[0];
  }

  /** A new object that stands for no other. */
  private boolean isMadeHere(Op op) {
    if (!(op instanceof Op.New made)) {
      return false;
    }
    Meaning meaning = calls.meaning(made);
    for (int i = 0; i < made.arguments().size(); i++) {
      Role role = meaning.role(i);
      if (role != Role.USES) {
        return false;
      }
    }
    return true;
  }

  /** Borrowed from a pool that is told apart by name: another field or parameter. */
  private boolean isOfAnother(int origin, Op.Call call, int index) {
    if (!(values.op(origin) instanceof Op.Call borrowing)
        || borrowing.receiver() < 0
        || !calls.contracts().of(borrowing.method()).says(Word.BORROWS, Slot.RESULT)) {
      return false;
    }
    Set<String> from = Places.keys(values, origin, borrowing.receiver());
    Set<String> to = Places.keys(values, index, call.receiver());
    return isFields(origin, borrowing.receiver()) == isFields(index, call.receiver())
        && isOutside(origin, borrowing.receiver())
        && isOutside(index, call.receiver())
        && Collections.disjoint(from, to);
  }

  /** Asked of somebody else, where no object of the pool has ever left the class. */
  private boolean isGivenByOthers(int origin, Op.Call call, int index) {
    if (!(values.op(origin) instanceof Op.Call asks)
        || asks.receiver() < 0
        || calls.isOwnCode(asks.method()) && !isAbstract(asks)
        || calls.contracts().of(asks.method()).says(Word.BORROWS, Slot.RESULT)
        || !calls.contracts().of(asks.method()).facts().isEmpty()) {
      return false;
    }
    int[] pool = values.origins(index, call.receiver());
    int[] asked = values.origins(origin, asks.receiver());
    return pool.length == 1
        && asked.length == 1
        && !Values.isParameter(pool[0])
        && !Values.isParameter(asked[0])
        && values.op(pool[0]) instanceof Op.GetField kept
        && values.op(asked[0]) instanceof Op.GetField other
        && !kept.field().equals(other.field())
        && new OnlyLender(calls, kept.field()).holds();
  }

  private boolean isAbstract(Op.Call call) {
    MethodView declared = calls.hierarchy().resolve(call.method());
    return declared != null && declared.isAbstract();
  }

  private boolean isOutside(int index, int register) {
    for (int origin : values.origins(index, register)) {
      if (!Places.isOutside(values, origin)
          || !Values.isParameter(origin) && values.op(origin) instanceof Op.ArrayLoad) {
        return false;
      }
    }
    return true;
  }

  private boolean isFields(int index, int register) {
    for (int origin : values.origins(index, register)) {
      boolean captured =
          !Values.isParameter(origin)
              && values.op(origin) instanceof Op.GetField get
              && get.field().isCapture();
      if (Values.isParameter(origin) || captured) {
        return false; // whatever the method was given
      }
    }
    return true;
  }

  private Finding finding(Op.Call call, Op maker) {
    String line = maker.site().line() > 0 ? " in line " + maker.site().line() : "";
    boolean made = maker instanceof Op.New;
    boolean borrowed = calls.contracts().of(maker.called()).says(Word.BORROWS, Slot.RESULT);
    return new Finding(
        Rule.FOREIGN_OBJECT_RETURNED,
        Rule.FOREIGN_OBJECT_RETURNED.level(),
        true,
        scope.body().method(),
        call.site(),
        "The object "
            + (made ? "made by " : borrowed ? "borrowed by " : "given by ")
            + ShortNames.call(maker.called())
            + line
            + " is given to a pool that it did not come from",
        made || !borrowed
            ? "borrow it from this pool, or leave it to the collector"
            : "give it back to the pool it was borrowed from",
        List.of(
            new Finding.Step(
                maker.site(), made ? "made here" : borrowed ? "borrowed here" : "given here"),
            new Finding.Step(call.site(), "given to another pool here")));
  }
}

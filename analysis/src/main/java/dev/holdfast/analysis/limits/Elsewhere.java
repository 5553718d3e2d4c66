package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import dev.holdfast.catalog.Word;
import java.util.EnumSet;
import java.util.Set;

/** Looks for limits that other methods of the class set on an object that leaves the method. */
final class Elsewhere {
  private final Scope scope;
  private final Values values;
  private final Calls calls;
  private final LimitWords words;
  private final LimitFlow flow;

  Elsewhere(Scope scope, Calls calls, LimitWords words, LimitFlow flow) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
    this.words = words;
    this.flow = flow;
  }

  /**
   * Adds to {@code bounded} what other methods set through a field that holds the object, or on the
   * object that this method returns to them.
   *
   * @return whether the object leaves the method and takes limits later that all callers in view
   *     set or, where none is, the class does set somewhere on its kind
   */
  boolean mayBound(int origin, Bounded bounded, Set<Limit> missing) {
    boolean kept = false;
    boolean returned = false;
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (op instanceof Op.PutField put && flow.mayBe(i, put.source(), origin)) {
        new Fields(calls, words).through(put.field(), 0, bounded);
        kept = true;
      } else if (op instanceof Op.Return result && flow.mayBe(i, result.source(), origin)) {
        returned = true;
      }
    }
    if (returned && !kept && !missing.stream().allMatch(bounded::covers)) {
      Bounded caller = callers(origin, bounded, missing);
      if (caller != null) {
        bounded.add(caller);
        return caller.isFromOutside() || missing.stream().allMatch(bounded::covers);
      }
    }
    // a maker that sets some limits and not others has no helper elsewhere
    return (kept || returned) && bounded.limits().isEmpty() && setsOnItsKind(origin, missing);
  }

  private Bounded callers(int origin, Bounded bounded, Set<Limit> missing) {
    if (!words.isMutable(values.op(origin).called().made())) {
      return null;
    }
    Set<Limit> open = EnumSet.noneOf(Limit.class);
    open.addAll(missing);
    open.removeIf(bounded::covers);
    return new Callers(calls, words).worst(scope.body().method(), open);
  }

  private boolean setsOnItsKind(int origin, Set<Limit> missing) {
    String type = values.op(origin).called().made();
    if (!words.isMutable(type)) {
      return false;
    }
    String outer = scope.body().method().owner();
    ClassView view = calls.contracts().world().find(outer);
    if (view == null) {
      return false;
    }
    for (MethodView method : view.methods()) {
      // what this very method sets on another object says nothing
      boolean itself = method.method().equals(scope.body().method());
      Scope other = method.isAbstract() || itself ? null : calls.summaries().scope(method.method());
      if (other != null && sets(other, type, missing)) {
        return true;
      }
    }
    return false;
  }

  private boolean sets(Scope other, String type, Set<Limit> missing) {
    for (int i = 0; i < other.values().ops().size(); i++) {
      if (!(other.values().op(i) instanceof Op.Call call)
          || call.receiver() < 0
          || words.isMadeThere(other.values(), i, call.receiver())
          || !calls.hierarchy().isSubtype(call.method().owner(), type)
              && !calls.hierarchy().isSubtype(type, call.method().owner())) {
        continue;
      }
      for (Fact fact : calls.contracts().of(call.method()).facts()) {
        if (fact.word() == Word.BOUNDS
            && LimitWords.bounds(fact).stream()
                .anyMatch(limit -> limit == Limit.CALL || missing.contains(limit))) {
          return true;
        }
      }
    }
    return false;
  }
}

package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.catalog.Limit;
import java.util.EnumSet;
import java.util.Set;

/** What the callers of a method set on the object that it hands them. */
final class Callers {
  private static final int HANDS = 3;

  private final Calls calls;
  private final LimitWords words;
  private Bounded worst;
  private int lacking = -1;
  private boolean doubted;

  Callers(Calls calls, LimitWords words) {
    this.calls = calls;
    this.words = words;
  }

  /**
   * The limits set by the caller in view that leaves most of these limits unset; null where none is
   * in view.
   */
  Bounded worst(MethodRef maker, Set<Limit> missing) {
    visit(maker, new Bounded(), missing, 0);
    return worst;
  }

  private void visit(MethodRef maker, Bounded before, Set<Limit> missing, int hands) {
    for (Scope body : new Nest(calls).bodies(maker.owner())) {
      for (int i = 0; i < body.values().ops().size(); i++) {
        if (body.values().op(i) instanceof Op.Call call && runs(call, maker)) {
          visit(body, i, before, missing, hands);
        }
      }
    }
  }

  private void visit(Scope body, int index, Bounded before, Set<Limit> missing, int hands) {
    LimitFlow flow = new LimitFlow(body, calls, words, 1);
    Bounded bounded = flow.setOn(index);
    bounded.add(before);
    boolean returned = false;
    for (int i = 0; i < body.values().ops().size(); i++) {
      Op op = body.values().op(i);
      if (op instanceof Op.PutField put && flow.mayBe(i, put.source(), index)) {
        new Fields(calls, words).through(put.field(), 1, bounded);
      } else if (op instanceof Op.Return result && flow.mayBe(i, result.source(), index)) {
        returned = true;
      }
    }
    if (!returned) {
      compare(bounded, missing);
    } else if (hands < HANDS) {
      visit(body.body().method(), bounded, missing, hands + 1);
    }
  }

  private void compare(Bounded bounded, Set<Limit> missing) {
    Set<Limit> left = EnumSet.noneOf(Limit.class);
    left.addAll(missing);
    left.removeIf(bounded::covers);
    int lacks = bounded.isFromOutside() ? 0 : left.size();
    // who leaves fewer unset for certain proves more than who may set them all
    boolean proves = worst != null && doubted && !bounded.isDoubted() && lacks > 0;
    boolean outdone = worst != null && !doubted && lacking > 0 && bounded.isDoubted();
    if (proves || lacks > lacking && !outdone) {
      worst = bounded;
      lacking = lacks;
      doubted = bounded.isDoubted();
    }
  }

  private boolean runs(Op.Call call, MethodRef maker) {
    MethodRef called = call.method();
    return called.name().equals(maker.name())
        && called.descriptor().equals(maker.descriptor())
        && (called.owner().equals(maker.owner())
            || calls.hierarchy().resolve(called) != null
                && calls.hierarchy().resolve(called).method().equals(maker));
  }
}

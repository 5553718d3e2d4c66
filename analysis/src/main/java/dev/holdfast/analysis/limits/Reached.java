package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Follows an object through the bodies in view, as far as it goes: a socket that nobody reads from
 * needs no limit for reading, and the task that is given it may be the one to set it.
 */
final class Reached {
  private static final int HOPS = 4;

  private final Calls calls;
  private final LimitWords words;
  private final EnumSet<Limit> needed = EnumSet.noneOf(Limit.class);
  private final Bounded bounded = new Bounded();
  private final Set<Object> seen = new HashSet<>();

  Reached(Calls calls, LimitWords words) {
    this.calls = calls;
    this.words = words;
  }

  /** Follows the object of an origin from here on. */
  void follow(Scope scope, int origin) {
    follow(scope, origin, 0);
  }

  /** What is waited for somewhere in view. */
  Set<Limit> needed() {
    return needed;
  }

  /** What is set on it somewhere in view. */
  Bounded bounded() {
    return bounded;
  }

  private void follow(Scope scope, int origin, int hops) {
    if (hops > HOPS || !seen.add(List.of(scope.body().method(), origin))) {
      return;
    }
    LimitFlow flow = new LimitFlow(scope, calls, words, hops);
    bounded.add(flow.setOn(origin));
    for (int i = 0; i < scope.values().ops().size(); i++) {
      Op op = scope.values().op(i);
      if (op instanceof Op.Call || op instanceof Op.New) {
        called(scope, flow, op, i, origin, hops);
      } else if (op instanceof Op.Closure closure) {
        captured(flow, closure, i, origin, hops);
      } else if (op instanceof Op.PutField put && flow.mayBe(i, put.source(), origin)) {
        kept(put.field(), hops);
      } else if (op instanceof Op.Return result && flow.mayBe(i, result.source(), origin)) {
        returned(scope.body().method(), hops);
      }
    }
  }

  private void called(Scope scope, LimitFlow flow, Op op, int index, int origin, int hops) {
    Contract contract = calls.contracts().of(op.called());
    if (op instanceof Op.Call call
        && call.receiver() >= 0
        && flow.mayBe(index, call.receiver(), origin)) {
      Fact use = words.use(call.method());
      if (use != null) {
        needed.addAll(LimitWords.waits(use, true));
      }
      if (contract.mentioned() || calls.contracts().bearsLimits(call.method().owner())) {
        return;
      }
    }
    List<Integer> operands = Operands.ofCall(op);
    int first = operands.size() - LimitFlow.arguments(op).size();
    List<LimitFlow> bodies = null;
    for (int o = 0; o < operands.size(); o++) {
      if (!flow.gives(index, operands.get(o), origin)) {
        continue;
      }
      if (contract.mentioned()) {
        if (contract.says(Word.ALIASES, Slot.parameter(o - first))) {
          follow(scope, index, hops);
        }
        continue;
      }
      if (bodies == null) {
        bodies = new Callees(calls, words, hops).all(op.called());
      }
      int register = op instanceof Op.New ? o + 1 : o;
      for (LimitFlow body : bodies) {
        if (body != null && register < body.scope().body().parameters()) {
          follow(body.scope(), Values.parameter(register), hops + 1);
        }
      }
    }
  }

  private void captured(LimitFlow flow, Op.Closure closure, int index, int origin, int hops) {
    for (int c = 0; c < closure.captures().size(); c++) {
      if (flow.gives(index, closure.captures().get(c), origin)) {
        MethodRef body = closure.body();
        Scope scope = calls.summaries().scope(body);
        int register = body.isConstructor() ? c + 1 : c;
        if (scope != null && register < scope.body().parameters()) {
          follow(scope, Values.parameter(register), hops + 1);
        } else if (closure.reference() && words.use(body) != null) {
          needed.addAll(LimitWords.waits(words.use(body), true));
        }
      }
    }
  }

  private void kept(FieldRef field, int hops) {
    for (Scope body : new Nest(calls).bodies(field.owner())) {
      for (int i = 0; i < body.values().ops().size(); i++) {
        if (body.values().op(i) instanceof Op.GetField get
            && get.field().name().equals(field.name())
            && get.field().owner().equals(field.owner())) {
          follow(body, i, hops + 1);
        }
      }
    }
  }

  private void returned(MethodRef maker, int hops) {
    for (Scope body : new Nest(calls).bodies(maker.owner())) {
      for (int i = 0; i < body.values().ops().size(); i++) {
        if (body.values().op(i) instanceof Op.Call call && call.method().equals(maker)) {
          follow(body, i, hops + 1);
        }
      }
    }
  }
}

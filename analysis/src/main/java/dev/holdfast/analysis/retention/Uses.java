package dev.holdfast.analysis.retention;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Places;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.limits.Bodies;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Role;
import dev.holdfast.analysis.world.MethodView;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All that some bodies do with the collection in one field. */
final class Uses {
  private static final int DEPTH = 3;

  private final Calls calls;
  private final Handling handling;
  private final FieldRef field;
  private final Set<MethodRef> getters = new HashSet<>();
  final List<Growth> growths = new ArrayList<>();

  /** Where something is taken out. */
  final List<Bodies.Place> losses = new ArrayList<>();

  /** Where the field is given a value. */
  final List<Bodies.Place> given = new ArrayList<>();

  /** Whether somebody asks how much there is and acts on it. */
  boolean sized;

  /** Whether it gets where it cannot be followed. */
  boolean leaves;

  Uses(Calls calls, FieldRef field, List<Scope> bodies) {
    this.calls = calls;
    this.handling = new Handling(calls);
    this.field = field;
    for (Scope scope : bodies) {
      findGetters(scope);
    }
    for (Scope scope : bodies) {
      BitSet seeds = seeds(scope);
      if (!seeds.isEmpty()) {
        follow(scope, seeds, new BitSet(), 0, null);
      }
      for (int i = 0; i < scope.values().ops().size(); i++) {
        if (scope.values().op(i) instanceof Op.PutField put && isField(put.field())) {
          given.add(new Bodies.Place(scope, i));
        }
      }
    }
  }

  private boolean isField(FieldRef other) {
    return other.name().equals(field.name()) && other.owner().equals(field.owner());
  }

  private BitSet seeds(Scope scope) {
    BitSet seeds = new BitSet();
    for (int i = 0; i < scope.values().ops().size(); i++) {
      Op op = scope.values().op(i);
      boolean got = op instanceof Op.Call call && getters.contains(resolved(call.method()));
      if (got || op instanceof Op.GetField get && isField(get.field())) {
        seeds.set(i);
      }
    }
    return seeds;
  }

  /** A private method that only hands the field on is the field. */
  private void findGetters(Scope scope) {
    MethodView view = calls.hierarchy().resolve(scope.body().method());
    if (view == null || !view.isPrivate()) {
      return;
    }
    for (int i = 0; i < scope.values().ops().size(); i++) {
      if (scope.values().op(i) instanceof Op.Return result
          && result.source() >= 0
          && Places.isFrom(field.name(), scope.values(), i, result.source())) {
        getters.add(view.method());
      }
    }
  }

  /**
   * @param seeds ops that load the collection
   * @param parameters entry registers that hold it
   * @param at where a callee is run from, or null in a body of its own
   */
  private void follow(Scope scope, BitSet seeds, BitSet parameters, int depth, Bodies.Place at) {
    Values values = scope.values();
    Same same = new Same(values, (BitSet) seeds.clone(), parameters);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < values.ops().size(); i++) {
        if (!same.ops().get(i) && isView(same, i)) {
          same.ops().set(i);
          changed = true;
        }
      }
    }
    for (int i = 0; i < values.ops().size(); i++) {
      use(scope, same, i, depth, at == null ? new Bodies.Place(scope, i) : at, at != null);
    }
  }

  private boolean isView(Same same, int index) {
    Op op = same.values().op(index);
    if (!(op instanceof Op.Call || op instanceof Op.New) || op.target() == Op.NONE) {
      return false;
    }
    List<Integer> operands = Operands.ofCall(op);
    for (int o = 0; o < operands.size(); o++) {
      if (same.is(index, operands.get(o)) && calls.meaning(op).role(o) == Role.ALIASES) {
        return true;
      }
    }
    return false;
  }

  private void use(
      Scope scope, Same same, int index, int depth, Bodies.Place place, boolean inCallee) {
    Op op = same.values().op(index);
    if (op instanceof Op.PutField put && same.is(index, put.source()) && !isField(put.field())
        || op instanceof Op.ArrayStore store && same.is(index, store.source())) {
      leaves = true;
    } else if (op instanceof Op.Return result && same.is(index, result.source())) {
      leaves |= !inCallee && !getters.contains(resolved(scope.body().method()));
    } else if (op instanceof Op.Closure closure) {
      capture(closure, same, index, depth, place, inCallee);
    } else if (op instanceof Op.Call call) {
      if (same.is(index, call.receiver())) {
        on(call, scope, index, place, inCallee);
      }
      argument(op, same, index, depth, place);
    } else if (op instanceof Op.New) {
      argument(op, same, index, depth, place);
    }
  }

  private void on(Op.Call call, Scope scope, int index, Bodies.Place place, boolean inCallee) {
    switch (handling.of(call.method())) {
      case GROWS -> {
        growths.add(
            inCallee
                ? new Growth(place.scope(), place.index(), Op.NONE, Op.NONE)
                : new Growth(scope, index, Handling.key(call), Handling.value(call)));
        if (mayTakeOut(call, scope, index)) {
          losses.add(place);
        }
      }
      case SHRINKS -> losses.add(place);
      case ASKS_SIZE -> sized |= isTested(scope, index);
      case UNKNOWN -> leaves = true;
      case NOTHING -> {}
    }
  }

  /** A function that gives null for a key takes the key out. */
  private boolean mayTakeOut(Op.Call call, Scope scope, int index) {
    for (int argument : call.arguments()) {
      for (int origin : scope.values().origins(index, argument)) {
        if (!Values.isParameter(origin)
            && scope.values().op(origin) instanceof Op.Closure closure
            && !closure.reference()
            && mayBeNull(calls.summaries().scope(closure.body()))) {
          return call.method().parameters().size() > 1 && !call.method().name().endsWith("Absent");
        }
      }
    }
    return false;
  }

  private static boolean mayBeNull(Scope function) {
    if (function == null) {
      return true;
    }
    Values values = function.values();
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Return result) {
        for (int origin : values.origins(i, result.source())) {
          if (!Values.isParameter(origin)
              && values.op(origin) instanceof Op.Const constant
              && constant.value() == null) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isTested(Scope scope, int index) {
    Values values = scope.values();
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Opaque opaque) {
        for (int argument : opaque.arguments()) {
          if (Values.contains(values.origins(i, argument), index)) {
            return true;
          }
        }
      }
    }
    for (int b = 0; b < scope.body().blocks().size(); b++) {
      for (Edge edge : scope.body().blocks().get(b).edges()) {
        if (edge.test() != null
            && Values.contains(values.originsAtEnd(b, edge.test().register()), index)) {
          return true;
        }
      }
    }
    return false;
  }

  private void capture(
      Op.Closure closure, Same same, int index, int depth, Bodies.Place place, boolean inCallee) {
    for (int c = 0; c < closure.captures().size(); c++) {
      if (!same.is(index, closure.captures().get(c))) {
        continue;
      }
      if (!closure.reference()) {
        descend(closure.body(), c, depth, place);
        continue;
      }
      switch (handling.of(closure.body())) {
        case GROWS -> growths.add(new Growth(place.scope(), place.index(), Op.NONE, Op.NONE));
        case SHRINKS -> losses.add(place);
        case UNKNOWN -> leaves = true;
        case ASKS_SIZE, NOTHING -> {}
      }
    }
  }

  private void argument(Op op, Same same, int index, int depth, Bodies.Place place) {
    List<Integer> operands = Operands.ofCall(op);
    int first = op instanceof Op.Call call && call.receiver() >= 0 ? 1 : 0;
    for (int o = first; o < operands.size(); o++) {
      if (!same.is(index, operands.get(o))) {
        continue;
      }
      Role role = calls.meaning(op).role(o);
      if (role == Role.ALIASES) {
        continue;
      }
      if (calls.contracts().of(op.called()).mentioned()) {
        leaves |= role != Role.USES;
        continue;
      }
      MethodView declared = calls.hierarchy().resolve(op.called());
      boolean sure = declared != null && !declared.isAbstract();
      int register = op instanceof Op.New ? o + 1 : o;
      if (sure && op instanceof Op.Call) {
        descend(declared.method(), register, depth, place);
      } else {
        leaves = true;
      }
    }
  }

  private void descend(MethodRef callee, int register, int depth, Bodies.Place place) {
    Scope body = depth < DEPTH ? calls.summaries().scope(callee) : null;
    if (body == null || register >= body.body().parameters()) {
      leaves = true;
      return;
    }
    BitSet parameters = new BitSet();
    parameters.set(register);
    follow(body, new BitSet(), parameters, depth + 1, place);
  }

  private MethodRef resolved(MethodRef method) {
    MethodView declared = calls.hierarchy().resolve(method);
    return declared == null ? method : declared.method();
  }

  /** What is the collection or a view of it in one body. */
  private record Same(Values values, BitSet ops, BitSet parameters) {
    boolean is(int index, int register) {
      if (register < 0) {
        return false;
      }
      for (int origin : values.origins(index, register)) {
        if (Values.isParameter(origin)
            ? parameters.get(Values.register(origin))
            : ops.get(origin)) {
          return true;
        }
      }
      return false;
    }
  }
}

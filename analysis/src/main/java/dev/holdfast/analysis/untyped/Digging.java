package dev.holdfast.analysis.untyped;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Role;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.analysis.world.Types;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How deep the values of one body were dug out of untyped maps. */
final class Digging {
  private static final int MAX_DESCENT = 2;

  private final Scope scope;
  private final Values values;
  private final Calls calls;
  private final Trees trees;
  private final int descent;
  private final Binding binding;
  private final Downstream downstream;
  private final Map<Integer, Dig> memo = new HashMap<>();
  private final Set<Integer> open = new HashSet<>();

  Digging(Scope scope, Calls calls, Trees trees, int descent) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
    this.trees = trees;
    this.descent = descent;
    this.binding = new Binding(scope, calls, trees);
    this.downstream = new Downstream(values, trees, calls.contracts(), this::binds);
  }

  /** The dig whose last step is this op, or null. */
  Dig endingAt(int index) {
    return isStep(values.op(index)) ? of(index) : null;
  }

  /** Whether an op goes one level down a tree. */
  boolean isStep(Op op) {
    return access(op, "DIG");
  }

  /** How the value of an origin was dug out, or null where it is no part of an untyped tree. */
  Dig of(int origin) {
    if (Values.isParameter(origin) || !downstream.has(origin)) {
      return null;
    }
    if (memo.containsKey(origin)) {
      return memo.get(origin);
    }
    if (!open.add(origin)) {
      return null;
    }
    Dig dig = find(origin);
    open.remove(origin);
    if (open.isEmpty()) {
      memo.put(origin, dig);
    }
    return dig;
  }

  /** Whether a call binds, itself or in a helper that passes on what it binds. */
  boolean binds(int index) {
    return values.op(index) instanceof Op.Call call
        && (binding.binds(call, index) || descent == 0 && binding.passesOn(call));
  }

  /** The binding call a value comes from, elements and aliases seen through, or -1. */
  int bindingOf(int origin) {
    return bindingOf(origin, new HashSet<>());
  }

  private int bindingOf(int origin, Set<Integer> seen) {
    if (Values.isParameter(origin) || !seen.add(origin)) {
      return -1;
    }
    Op op = values.op(origin);
    if (!(op instanceof Op.Call call)) {
      return -1;
    }
    if (binds(origin)) {
      return origin;
    }
    if (access(op, "ELEMENT") || access(op, "DIG")) {
      for (int receiver : values.origins(origin, call.receiver())) {
        int found = bindingOf(receiver, seen);
        if (found >= 0) {
          return found;
        }
      }
    }
    for (int operand : aliased(op, origin)) {
      for (int from : values.origins(origin, operand)) {
        int found = bindingOf(from, seen);
        if (found >= 0) {
          return found;
        }
      }
    }
    return -1;
  }

  private Dig find(int index) {
    Op op = values.op(index);
    if (!(op instanceof Op.Call call)) {
      return null;
    }
    if (access(op, "DIG")) {
      return step(call, index);
    }
    if (access(op, "ELEMENT")) {
      return element(call, index);
    }
    for (int operand : aliased(op, index)) {
      Dig dig = deepest(index, operand);
      if (dig != null) {
        return dig;
      }
    }
    return calls.contracts().of(call.method()).mentioned() ? null : helper(call, index);
  }

  private Dig step(Op.Call call, int index) {
    if (isTypeToken(call)) {
      return null;
    }
    Dig before = deepestOrRoot(index, call.receiver());
    if (before == null) {
      return null;
    }
    Dig dig = before.deeper(key(call, index), index);
    return goesRound(index, call.receiver(), index) ? dig.inLoop() : dig;
  }

  private Dig element(Op.Call call, int index) {
    Dig before = deepest(index, call.receiver());
    for (int argument : call.arguments()) {
      for (int origin : values.origins(index, argument)) {
        if (!Values.isParameter(origin) && values.op(origin) instanceof Op.Closure closure) {
          Dig inside = through(closure);
          if (inside != null) {
            Dig base = before != null ? before : Dig.at(index);
            for (String key : inside.keys()) {
              base = base.deeper(key, index);
            }
            return base;
          }
        }
      }
    }
    return before;
  }

  /** What a lambda digs out of its last parameter and returns. */
  private Dig through(Op.Closure closure) {
    if (closure.reference() || descent >= MAX_DESCENT) {
      return null;
    }
    Scope body = calls.summaries().scope(closure.body());
    if (body == null || body.body().parameters() <= closure.captures().size()) {
      return null;
    }
    return new Digging(body, calls, trees, descent + 1)
        .returnedFrom(Values.parameter(body.body().parameters() - 1));
  }

  /** A callee nobody speaks about that digs in what it gets and returns what it finds. */
  private Dig helper(Op.Call call, int index) {
    if (descent >= MAX_DESCENT) {
      return null;
    }
    MethodView declared = calls.hierarchy().resolve(call.method());
    if (declared == null || declared.isAbstract()) {
      return null;
    }
    Scope body = calls.summaries().scope(declared.method());
    if (body == null) {
      return null;
    }
    List<Integer> operands = Operands.ofCall(call);
    for (int o = 0; o < operands.size() && o < body.body().parameters(); o++) {
      Dig before = deepestOrRoot(index, operands.get(o));
      if (before == null) {
        continue;
      }
      Dig inside = new Digging(body, calls, trees, descent + 1).returnedFrom(Values.parameter(o));
      if (inside != null) {
        Dig dig = before;
        for (String key : inside.keys()) {
          dig = dig.deeper(key, index);
        }
        dig = inside.endless() || goesRound(index, operands.get(o), index) ? dig.inLoop() : dig;
        return dig;
      }
    }
    return null;
  }

  /** The deepest dig from an entry value to what the body returns; empty keys for itself. */
  Dig returnedFrom(int parameter) {
    Dig deepest = null;
    for (int i = 0; i < values.ops().size(); i++) {
      if (!(values.op(i) instanceof Op.Return result) || result.source() < 0) {
        continue;
      }
      for (int origin : values.origins(i, result.source())) {
        Dig dig = origin == parameter ? Dig.at(parameter) : of(origin);
        if (dig != null
            && dig.root() == parameter
            && (deepest == null || dig.depth() > deepest.depth())) {
          deepest = dig;
        }
      }
    }
    return deepest;
  }

  private Dig deepestOrRoot(int index, int register) {
    Dig dig = deepest(index, register);
    if (dig != null || !trees.isTree(scope.body().type(register))) {
      return dig;
    }
    int[] origins = values.origins(index, register);
    return Dig.at(origins.length == 0 ? index : origins[0]);
  }

  private Dig deepest(int index, int register) {
    Dig deepest = null;
    for (int origin : values.origins(index, register)) {
      Dig dig = of(origin);
      if (dig != null && (deepest == null || dig.depth() > deepest.depth())) {
        deepest = dig;
      }
    }
    return deepest;
  }

  /** Whether the value of an op comes back as its own receiver: a loop that walks a path. */
  private boolean goesRound(int index, int register, int wanted) {
    return goesRound(index, register, wanted, new HashSet<>());
  }

  private boolean goesRound(int index, int register, int wanted, Set<Integer> seen) {
    for (int origin : values.origins(index, register)) {
      if (origin == wanted) {
        return true;
      }
      if (!Values.isParameter(origin)
          && seen.add(origin)
          && values.op(origin) instanceof Op.Call call
          && (access(call, "ELEMENT") || access(call, "DIG"))
          && goesRound(origin, call.receiver(), wanted, seen)) {
        return true;
      }
    }
    return false;
  }

  private List<Integer> aliased(Op op, int index) {
    if (!Calls.mayHold(op.called().result())) {
      return List.of();
    }
    List<Integer> operands = Operands.ofCall(op);
    for (int o = 0; o < operands.size(); o++) {
      if (downstream.has(index, operands.get(o)) && calls.meaning(op).role(o) == Role.ALIASES) {
        return List.of(operands.get(o));
      }
    }
    return List.of();
  }

  private boolean access(Op op, String kind) {
    if (!(op instanceof Op.Call call) || call.receiver() < 0) {
      return false;
    }
    Contract contract = calls.contracts().of(call.method());
    Fact fact = contract.fact(Word.UNTYPED, Slot.RESULT);
    return fact != null && fact.value("").equals(kind);
  }

  /** Containers keyed by type tokens give back what was put in under that type. */
  private boolean isTypeToken(Op.Call call) {
    return !call.arguments().isEmpty()
        && "java.lang.Class".equals(Types.erase(scope.body().type(call.arguments().get(0))));
  }

  String key(Op.Call call, int index) {
    if (call.arguments().isEmpty()) {
      return "*";
    }
    int[] origins = values.origins(index, call.arguments().get(0));
    if (origins.length == 1
        && !Values.isParameter(origins[0])
        && values.op(origins[0]) instanceof Op.Const constant
        && constant.value() instanceof String text) {
      return text;
    }
    return "*";
  }
}

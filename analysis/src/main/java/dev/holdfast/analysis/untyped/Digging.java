package dev.holdfast.analysis.untyped;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Role;
import dev.holdfast.analysis.world.MethodView;
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
  private final Steps steps;
  private final Binding binding;
  private final Downstream downstream;
  private final RawDeclarations raw;
  private final Map<Integer, Dig> memo = new HashMap<>();
  private final Map<Scope, Digging> callees = new HashMap<>();
  private final Set<Integer> open = new HashSet<>();

  Digging(Scope scope, Calls calls, Trees trees, int descent) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
    this.trees = trees;
    this.descent = descent;
    this.steps = new Steps(scope, calls.contracts());
    this.binding = new Binding(scope, calls, trees);
    this.downstream = new Downstream(values, trees, calls.contracts(), this::binds);
    this.raw = new RawDeclarations(scope, calls);
  }

  Scope scope() {
    return scope;
  }

  Steps steps() {
    return steps;
  }

  /** Whether a tree, or a lambda that may dig in one, reaches this op at all. */
  boolean concerns(int index) {
    return downstream.has(index);
  }

  /** The dig whose last step is this op, or null. */
  Dig endingAt(int index) {
    return downstream.has(index) && steps.digs(values.op(index)) ? of(index) : null;
  }

  /** How the value of an origin was dug out, or null where it is no part of an untyped tree. */
  Dig of(int origin) {
    if (Values.isParameter(origin)) {
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
        && (binding.binds(call, index)
            || descent == 0 && (binding.passesOn(call, index) || stage(call, index) != null));
  }

  /** The binding in a function that a call runs to make its elements, or null. */
  Stage stage(Op.Call call, int index) {
    return steps.isElement(call) ? Stage.in(call, index, this, binding, trees) : null;
  }

  /** Whether an op binds a tree, or has it from a method that does. */
  boolean makesTree(int index) {
    return values.op(index) instanceof Op.Call call
        && (binding.binds(call, index) || binding.passesOn(call, index));
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
    if (op instanceof Op.ArrayLoad load) {
      return bindingOf(origin, load.array(), seen);
    }
    if (!(op instanceof Op.Call call)) {
      return -1;
    }
    if (binds(origin)) {
      return origin;
    }
    if (steps.isElement(op) || steps.digs(op)) {
      int found = bindingOf(origin, call.receiver(), seen);
      if (found >= 0) {
        return found;
      }
    }
    for (int operand : aliased(op, origin)) {
      int found = bindingOf(origin, operand, seen);
      if (found >= 0) {
        return found;
      }
    }
    return -1;
  }

  private int bindingOf(int index, int register, Set<Integer> seen) {
    for (int origin : values.origins(index, register)) {
      int found = bindingOf(origin, seen);
      if (found >= 0) {
        return found;
      }
    }
    return -1;
  }

  /** Whether what a register holds comes from a binding call. */
  boolean comesFrom(int binding, int index, int register) {
    for (int origin : values.origins(index, register)) {
      if (bindingOf(origin) == binding) {
        return true;
      }
    }
    return false;
  }

  private Dig find(int index) {
    Op op = values.op(index);
    if (op instanceof Op.ArrayLoad load) {
      return deepest(index, load.array());
    }
    if (!(op instanceof Op.Call call)) {
      return null;
    }
    if (steps.digs(op)) {
      return step(call, index);
    }
    if (steps.isElement(op)) {
      return element(call, index);
    }
    for (int operand : mayBeDug(call, index) ? aliased(op, index) : List.<Integer>of()) {
      Dig dig = deepest(index, operand);
      if (dig != null) {
        return dig;
      }
    }
    return calls.contracts().of(call.method()).mentioned() ? null : helper(call, index);
  }

  /** Asked before any body is looked into: may what the call gets be dug out at all? */
  private boolean mayBeDug(Op.Call call, int index) {
    for (int operand : Operands.ofCall(call)) {
      for (int origin : values.origins(index, operand)) {
        boolean isNot = memo.containsKey(origin) && memo.get(origin) == null;
        if (!Values.isParameter(origin) && !isNot && downstream.has(index, operand)) {
          return true;
        }
      }
    }
    return false;
  }

  private Dig step(Op.Call call, int index) {
    if (steps.isTypeToken(call)) {
      return null;
    }
    if (trees.isTyped(scope.body().type(call.receiver()))) {
      // a type is dug to its own depth for nothing
      return deepest(index, call.receiver());
    }
    Dig before = deepestOrRoot(index, call.receiver());
    if (before == null) {
      return null;
    }
    Dig dig = before.deeper(steps.key(call, index), index);
    return goesRound(index, call.receiver(), index) ? dig.inLoop() : dig;
  }

  private Dig element(Op.Call call, int index) {
    Dig before = deepest(index, call.receiver());
    for (Steps.Function function : steps.functions(call, index)) {
      Digging body = through(function.closure());
      Dig inside = body == null ? null : new Returned(body).from(body.lastParameter());
      if (inside != null && trees.isTooDeep(inside)) {
        // the lambda answers for itself
        return Dig.at(index);
      }
      if (inside != null && (before != null || !body.leavesToCaller(body.lastParameter()))) {
        return (before != null ? before : Dig.at(index)).deeper(inside, index);
      }
    }
    return before;
  }

  /** What a lambda that is run on a tree does, or null where its body is not to be seen. */
  Digging through(Op.Closure closure) {
    if (closure.reference() || descent >= MAX_DESCENT) {
      return null;
    }
    Scope body = calls.summaries().scope(closure.body());
    return body == null || body.body().parameters() <= closure.captures().size()
        ? null
        : inside(body);
  }

  /** A callee nobody speaks about, as far as it can be seen, or null. */
  Digging into(Op.Call call) {
    if (descent >= MAX_DESCENT || calls.contracts().of(call.method()).mentioned()) {
      return null;
    }
    MethodView declared = calls.hierarchy().resolve(call.method());
    Scope body =
        declared == null || declared.isAbstract()
            ? null
            : calls.summaries().scope(declared.method());
    return body == null ? null : inside(body);
  }

  private Digging inside(Scope body) {
    Digging known = callees.get(body);
    if (known == null) {
      known = new Digging(body, calls, trees, descent + 1);
      callees.put(body, known);
    }
    return known;
  }

  /** A callee that digs in what it gets, or in what it has, and returns what it finds. */
  private Dig helper(Op.Call call, int index) {
    Digging callee = into(call);
    if (callee == null) {
      return null;
    }
    Dig own = null;
    List<Integer> operands = Operands.ofCall(call);
    for (Dig inside : new Returned(callee).orConverted()) {
      int o = Values.isParameter(inside.root()) ? Values.register(inside.root()) : -1;
      if (o >= operands.size()) {
        continue;
      }
      if (trees.isTooDeep(inside)) {
        // the callee answers for itself; what it returns is a tree of its own
        return Dig.at(index);
      }
      if (o >= 0) {
        Dig before = deepestOrRoot(index, operands.get(o));
        if (before == null && inside.depth() > 0 && !callee.leavesToCaller(inside.root())) {
          before = Dig.at(index);
        }
        if (before != null) {
          Dig dig = before.deeper(inside, index);
          return goesRound(index, operands.get(o), index) ? dig.inLoop() : dig;
        }
      } else if (inside.depth() > 0 && (own == null || own.depth() < inside.depth())) {
        own = Dig.at(index).deeper(inside, index);
      }
    }
    return own;
  }

  int lastParameter() {
    return Values.parameter(scope.body().parameters() - 1);
  }

  /** The digs that the body returns, the deepest first. */
  List<Dig> returned() {
    return new Returned(this).all();
  }

  /** The deepest step that goes down from an entry value, or null. */
  Dig deepestFrom(int parameter) {
    Dig deepest = null;
    for (int i = 0; i < values.ops().size(); i++) {
      Dig dig = endingAt(i);
      if (dig != null
          && dig.root() == parameter
          && dig.lastStep() == i
          && (deepest == null || dig.depth() > deepest.depth())) {
        deepest = dig;
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
    if (isErased(register)) {
      for (int origin : origins) {
        if (isTree(origin)) {
          return Dig.at(origin);
        }
      }
      return null;
    }
    return Dig.at(origins.length == 0 ? index : origins[0]);
  }

  private boolean isErased(int register) {
    return trees.isErased(scope.body().type(register), scope.body().method());
  }

  /** Whether a value is known for a tree by more than the type it is used with. */
  private boolean isTree(int origin) {
    if (Values.isParameter(origin) && descent > 0 || bindingOf(origin) >= 0) {
      return true; // what callers give, they know themselves
    }
    int register =
        Values.isParameter(origin) ? Values.register(origin) : values.op(origin).target();
    return register >= 0
        && trees.isTree(scope.body().type(register))
        && (!isErased(register) || raw.declare(origin));
  }

  /** Whether an entry value is a tree only if the caller's is one. */
  boolean leavesToCaller(int parameter) {
    return Values.isParameter(parameter)
        && isErased(Values.register(parameter))
        && !raw.declare(parameter);
  }

  /** The deepest dig of what a register holds, or null. */
  Dig deepest(int index, int register) {
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
          && (steps.isElement(call) || steps.digs(call))
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
}

package dev.holdfast.analysis.retention;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.limits.Bodies;
import dev.holdfast.analysis.world.MethodView;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Where the keys of a collection come from: how many different ones there can be. */
final class Keys {
  private static final int DEPTH = 6;

  /** Methods that give another value each time they are asked. */
  private static final Pattern FRESH =
      Pattern.compile("random.*|increment.*|getAndIncrement|nanoTime|currentTimeMillis|now");

  /** Methods that give the next number, or the next part of a text. */
  private static final Pattern NEXT = Pattern.compile("next.+");

  private static final Set<String> NUMBERS = Set.of("int", "long", "double", "float");

  /** What tells one thing from all others of its kind: its number. */
  private static final Set<String> IDENTITIES = Set.of("long", "java.lang.Long");

  private final KeptFields fields;
  private final Bodies bodies;
  private final Lifetimes lifetimes;
  private final boolean keyed;

  /**
   * @param bodies all that may call a method which code out of view cannot
   * @param keyed whether equal values are one entry
   */
  Keys(KeptFields fields, Bodies bodies, Lifetimes lifetimes, boolean keyed) {
    this.fields = fields;
    this.bodies = bodies;
    this.lifetimes = lifetimes;
    this.keyed = keyed;
  }

  /** How a value differs with what the callers of a body bring, or each time it is made. */
  Spread spread(Scope scope, int index, int register) {
    return spread(scope, index, register, 0);
  }

  private Spread spread(Scope scope, int index, int register, int depth) {
    Spread most = Spread.FEW;
    if (register < 0 || depth > DEPTH || fields.isBounded(scope.body().type(register))) {
      return most;
    }
    for (int origin : scope.values().origins(index, register)) {
      most =
          most.or(
              Values.isParameter(origin)
                  ? comesIn(scope, Values.register(origin), depth)
                  : made(scope, origin, depth));
    }
    return most;
  }

  private Spread made(Scope scope, int origin, int depth) {
    Op op = scope.values().op(origin);
    if (op instanceof Op.Call call) {
      if (isFresh(call.method())) {
        return Spread.FRESH;
      }
      return Parts.joins(op)
          ? parts(scope, Parts.of(scope, origin), depth)
          : all(scope, origin, op, depth);
    }
    if (op instanceof Op.GetField get) {
      Spread most =
          get.object() == Op.NONE ? Spread.FEW : spread(scope, origin, get.object(), depth + 1);
      return isCaptured(get) ? most.or(madeWith(get.field().owner(), depth)) : most;
    }
    if (op instanceof Op.New made) {
      return depth == 0 ? entry(scope, origin, made) : all(scope, origin, op, depth);
    }
    if (op instanceof Op.NewArray) {
      return depth == 0 ? Spread.FRESH : parts(scope, Parts.filling(scope, origin), depth);
    }
    return op instanceof Op.Concat || op instanceof Op.ArrayLoad || op instanceof Op.Opaque
        ? all(scope, origin, op, depth)
        : Spread.FEW;
  }

  /** Whether a class without a name reads what its method had when it was made. */
  private static boolean isCaptured(Op op) {
    return op instanceof Op.GetField get && get.field().isCapture();
  }

  private Spread madeWith(String type, int depth) {
    Spread most = Spread.FEW;
    for (Bodies.Place place : bodies.making(type)) {
      most = most.or(all(place.scope(), place.index(), place.op(), depth));
    }
    return most;
  }

  static boolean isFresh(MethodRef method) {
    return FRESH.matcher(method.name()).matches()
        || NEXT.matcher(method.name()).matches() && NUMBERS.contains(method.result());
  }

  /** An object made for the entry is one of its own, unless it equals others of the same parts. */
  private Spread entry(Scope scope, int origin, Op.New made) {
    if (!keyed || !fields.hasEquals(made.constructor().owner())) {
      return Spread.FRESH;
    }
    Spread most = all(scope, origin, made, 0);
    for (int argument : made.arguments()) {
      if (!fields.isBounded(scope.body().type(argument))) {
        most = most.or(Spread.UNSEEN);
      }
    }
    return most;
  }

  /** How what a text is joined of, or an array filled with, varies. */
  private Spread parts(Scope scope, List<Parts.Part> parts, int depth) {
    Spread most = Spread.FEW;
    for (Parts.Part part : parts) {
      most = most.or(spread(scope, part.index(), part.register(), depth + 1));
    }
    return most;
  }

  private Spread all(Scope scope, int origin, Op op, int depth) {
    Spread[] most = {Spread.FEW};
    Operands.forEach(
        op, register -> most[0] = most[0].or(spread(scope, origin, register, depth + 1)));
    return most[0];
  }

  /** How many values callers can bring for an entry register. */
  private Spread comesIn(Scope scope, int register, int depth) {
    if (register == 0 && !scope.body().isStatic()) {
      return Spread.FEW;
    }
    Bodies.Place written = bodies.closure(scope.body().method());
    if (written != null) {
      return reaches(written, register, depth);
    }
    if (IDENTITIES.contains(scope.body().type(register))) {
      return Spread.FRESH;
    }
    MethodView view = fields.declared(scope.body().method());
    if (view == null || bodies.isReferred(view.method())) {
      return Spread.BROUGHT;
    }
    if (fields.isOpen(view)) {
      boolean serves =
          lifetimes.isProcessLong(view.method().owner()) || lifetimes.servesRequests(view.method());
      return serves ? Spread.BROUGHT : Spread.UNSEEN;
    }
    List<Bodies.Place> callers = bodies.callsOf(view.method());
    if (callers.isEmpty() && !view.isPrivate()) {
      return Spread.BROUGHT;
    }
    Spread most = Spread.FEW;
    for (Bodies.Place caller : callers) {
      int operand = operand(caller.op(), register);
      if (!lifetimes.runsAtStart(caller.scope().body().method(), bodies, true)) {
        most = most.or(spread(caller.scope(), caller.index(), operand, depth + 1));
        // what an object brings of its own differs from object to object
        boolean own = !view.isPrivate() && !isConstant(caller, operand);
        most = own ? most.or(Spread.UNSEEN) : most;
      }
    }
    return most;
  }

  private boolean isConstant(Bodies.Place place, int register) {
    Scope scope = place.scope();
    if (fields.isBounded(scope.body().type(register))) {
      return true;
    }
    for (int origin : scope.values().origins(place.index(), register)) {
      Op op = Values.isParameter(origin) ? null : scope.values().op(origin);
      if (!(op instanceof Op.Const || op instanceof Op.GetField get && get.object() == Op.NONE)) {
        return false;
      }
    }
    return true;
  }

  /** How what a lambda gets varies: what it captures, or what the call that runs it has. */
  private Spread reaches(Bodies.Place written, int register, int depth) {
    Op.Closure closure = (Op.Closure) written.op();
    Scope around = written.scope();
    if (register < closure.captures().size()) {
      return spread(around, written.index(), closure.captures().get(register), depth + 1);
    }
    Values values = around.values();
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call call && takes(values, i, call, written.index())) {
        return all(around, i, call, depth);
      }
    }
    return Spread.FEW;
  }

  private static boolean takes(Values values, int index, Op.Call call, int closure) {
    for (int argument : call.arguments()) {
      if (values.comesFrom(index, argument, closure)) {
        return true;
      }
    }
    return false;
  }

  static int operand(Op op, int register) {
    List<Integer> operands = Operands.ofCall(op);
    int at = op instanceof Op.New ? register - 1 : register;
    return at >= 0 && at < operands.size() ? operands.get(at) : Op.NONE;
  }

  /** Whether a value is text put together of constant and other parts. */
  static boolean isConcatenated(Scope scope, int index, int register) {
    for (int origin : scope.values().origins(index, register)) {
      if (!Values.isParameter(origin) && Parts.joins(scope.values().op(origin))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a value is just what the caller of the declared method gave. */
  static boolean isGiven(Scope scope, int index, int register) {
    int[] origins = scope.values().origins(index, register);
    for (int origin : origins) {
      if (!Values.isParameter(origin) && !isCaptured(scope.values().op(origin))) {
        return false;
      }
    }
    return origins.length > 0;
  }
}

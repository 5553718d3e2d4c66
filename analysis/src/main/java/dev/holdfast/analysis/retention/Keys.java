package dev.holdfast.analysis.retention;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.world.MethodView;
import java.util.List;
import java.util.regex.Pattern;

/** Where the keys of a collection come from: how many different ones there can be. */
final class Keys {
  private static final int DEPTH = 6;

  /** Methods that give another value each time they are asked. */
  private static final Pattern FRESH =
      Pattern.compile("random.*|next.+|increment.*|getAndIncrement|nanoTime|currentTimeMillis|now");

  private final KeptFields fields;
  private final Bodies bodies;
  private final Lifetimes lifetimes;

  Keys(KeptFields fields, Bodies bodies, Lifetimes lifetimes) {
    this.fields = fields;
    this.bodies = bodies;
    this.lifetimes = lifetimes;
  }

  /** Whether a value differs with what the callers of a body bring, or each time it is made. */
  boolean vary(Scope scope, int index, int register) {
    return vary(scope, index, register, 0);
  }

  private boolean vary(Scope scope, int index, int register, int depth) {
    if (register < 0 || depth > DEPTH || fields.isBounded(scope.body().type(register))) {
      return false;
    }
    for (int origin : scope.values().origins(index, register)) {
      boolean varies =
          Values.isParameter(origin)
              ? comesIn(scope, Values.register(origin), depth)
              : made(scope, origin, depth);
      if (varies) {
        return true;
      }
    }
    return false;
  }

  private boolean made(Scope scope, int origin, int depth) {
    Op op = scope.values().op(origin);
    if (op instanceof Op.Call call) {
      return FRESH.matcher(call.method().name()).matches()
          || isText(call) && appended(scope, depth)
          || anyVaries(scope, origin, op, depth);
    }
    if (op instanceof Op.Closure) {
      return false;
    }
    if (op instanceof Op.GetField get) {
      return get.object() != Op.NONE && vary(scope, origin, get.object(), depth + 1);
    }
    if (op instanceof Op.New || op instanceof Op.NewArray) {
      // an object of its own each time
      return depth == 0 || filled(scope, origin, depth) || anyVaries(scope, origin, op, depth);
    }
    return (op instanceof Op.Concat || op instanceof Op.ArrayLoad || op instanceof Op.Opaque)
        && anyVaries(scope, origin, op, depth);
  }

  /** Whether what an array is filled with varies: the arguments of a format. */
  private boolean filled(Scope scope, int array, int depth) {
    Values values = scope.values();
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.ArrayStore store
          && values.comesFrom(i, store.array(), array)
          && vary(scope, i, store.source(), depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean anyVaries(Scope scope, int origin, Op op, int depth) {
    boolean[] varies = {false};
    Operands.forEach(op, register -> varies[0] |= vary(scope, origin, register, depth + 1));
    return varies[0];
  }

  private static boolean isText(Op.Call call) {
    return call.method().name().equals("toString")
        && call.method().owner().startsWith("java.lang.StringBu");
  }

  private boolean appended(Scope scope, int depth) {
    Values values = scope.values();
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call call
          && call.method().owner().startsWith("java.lang.StringBu")) {
        for (int argument : call.arguments()) {
          if (vary(scope, i, argument, depth + 1)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether callers can bring any number of values for an entry register. */
  private boolean comesIn(Scope scope, int register, int depth) {
    if (register == 0 && !scope.body().isStatic()) {
      return false;
    }
    Bodies.Place written = bodies.closure(scope.body().method());
    if (written != null) {
      return reaches(written, register, depth);
    }
    MethodView view = fields.declared(scope.body().method());
    if (view == null || !view.isPrivate() || bodies.isReferred(view.method())) {
      return true;
    }
    List<Bodies.Place> callers = bodies.callsOf(view.method());
    for (Bodies.Place caller : callers) {
      int operand = operand(caller.op(), register);
      boolean later = !lifetimes.runsAtStart(caller.scope().body().method(), bodies, true);
      if (later && vary(caller.scope(), caller.index(), operand, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  /** Whether what a lambda gets varies: what it captures, or what the call that runs it has. */
  private boolean reaches(Bodies.Place written, int register, int depth) {
    Op.Closure closure = (Op.Closure) written.op();
    Scope around = written.scope();
    if (register < closure.captures().size()) {
      return vary(around, written.index(), closure.captures().get(register), depth + 1);
    }
    Values values = around.values();
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call call && takes(values, i, call, written.index())) {
        return anyVaries(around, i, call, depth);
      }
    }
    return false;
  }

  private static boolean takes(Values values, int index, Op.Call call, int closure) {
    for (int argument : call.arguments()) {
      if (values.comesFrom(index, argument, closure)) {
        return true;
      }
    }
    return false;
  }

  private static int operand(Op op, int register) {
    List<Integer> operands = Operands.ofCall(op);
    int at = op instanceof Op.New ? register - 1 : register;
    return at >= 0 && at < operands.size() ? operands.get(at) : Op.NONE;
  }

  /** Whether a value is text put together of constant and other parts. */
  boolean isConcatenated(Scope scope, int index, int register) {
    for (int origin : scope.values().origins(index, register)) {
      if (Values.isParameter(origin)) {
        continue;
      }
      Op op = scope.values().op(origin);
      if (op instanceof Op.Concat
          || op instanceof Op.Call call
              && (isText(call)
                  || call.method().owner().equals("java.lang.String")
                      && (call.method().name().startsWith("format")
                          || call.method().name().equals("join")
                          || call.method().name().equals("concat")))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a value is just what the caller of the declared method gave. */
  static boolean isGiven(Scope scope, int index, int register) {
    int[] origins = scope.values().origins(index, register);
    for (int origin : origins) {
      if (!Values.isParameter(origin)) {
        return false;
      }
    }
    return origins.length > 0;
  }
}

package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.MethodView;

/**
 * Tells objects that are made on behalf of somebody else: a lambda, or a method that some interface
 * or superclass demands, hands back an object that still takes limits. Whoever asked may set them.
 */
final class Demanded {
  private final Scope scope;
  private final Values values;
  private final Calls calls;
  private final LimitWords words;
  private final LimitFlow flow;

  Demanded(Scope scope, Calls calls, LimitWords words, LimitFlow flow) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
    this.words = words;
    this.flow = flow;
  }

  boolean isHandedBack(int origin) {
    if (!words.isMutable(values.op(origin).called().made()) || !isDemanded(scope.body().method())) {
      return false;
    }
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Return result && flow.mayBe(i, result.source(), origin)) {
        return true;
      }
    }
    return false;
  }

  private boolean isDemanded(MethodRef method) {
    if (method.name().startsWith("lambda$")) {
      Bodies bodies = new Bodies(calls, new Nest(calls).bodies(method.owner()));
      Bodies.Place written = bodies.closure(method);
      return written == null
          || !isRunAndPassedOn(written.scope().values(), written.index())
          || isDemanded(written.scope().body().method());
    }
    for (String above : calls.hierarchy().ancestors(method.owner())) {
      ClassView view = calls.contracts().world().find(above);
      if (view == null) {
        continue;
      }
      for (MethodView declared : view.methods(method.name())) {
        if (declared.method().parameters().equals(method.parameters())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the body around a lambda runs it itself, and only returns what it gives. */
  private boolean isRunAndPassedOn(Values around, int closure) {
    boolean run = false;
    for (int i = 0; i < around.ops().size(); i++) {
      Op op = around.op(i);
      if (!around.takes(i, closure) || op instanceof Op.Move || op instanceof Op.Cast) {
        continue;
      }
      if (!(op instanceof Op.Call call)
          || !around.comesFrom(i, call.receiver(), closure)
          || !calls.hierarchy().isFunctional(call.method().owner())
          || !isOnlyReturned(around, i)) {
        return false;
      }
      run = true;
    }
    return run;
  }

  private static boolean isOnlyReturned(Values around, int given) {
    for (int i = 0; i < around.ops().size(); i++) {
      Op op = around.op(i);
      boolean passes = op instanceof Op.Return || op instanceof Op.Move || op instanceof Op.Cast;
      if (!passes && around.takes(i, given)) {
        return false;
      }
    }
    return true;
  }
}

package dev.holdfast.analysis.retention;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.limits.Bodies;

/** How often objects of a type are made: once and kept, or for each call anew. */
final class Making {
  private final Lifetimes lifetimes;
  private final KeptFields fields;
  private final Bodies bodies;

  /**
   * @param bodies all in view that may make them
   */
  Making(Lifetimes lifetimes, KeptFields fields, Bodies bodies) {
    this.lifetimes = lifetimes;
    this.fields = fields;
    this.bodies = bodies;
  }

  /** Whether there are many, as far as is in view. */
  boolean isOften(String type) {
    boolean made = false;
    for (Scope scope : bodies.scopes()) {
      Values values = scope.values();
      for (int i = 0; i < values.ops().size(); i++) {
        if (!(values.op(i) instanceof Op.New site) || !site.constructor().owner().equals(type)) {
          continue;
        }
        made = true;
        MethodRef method = bodies.declared(scope.body().method());
        boolean once = lifetimes.runsAtStart(method, bodies, !scope.body().isStatic());
        if (lifetimes.servesRequests(method) || !once && isLocal(values, i)) {
          return true;
        }
      }
    }
    return !made && !fields.isMadeAnywhere(type);
  }

  /** Whether an object is only called where it is made, so that the next call makes another. */
  private static boolean isLocal(Values values, int made) {
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      boolean named = op instanceof Op.Move || op instanceof Op.Cast;
      boolean called = op instanceof Op.Call call && !isArgument(values, i, call, made);
      if (!named && !called && values.takes(i, made)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isArgument(Values values, int index, Op.Call call, int made) {
    for (int argument : call.arguments()) {
      if (values.comesFrom(index, argument, made)) {
        return true;
      }
    }
    return false;
  }
}

package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.limits.Nest;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.MethodView;

/**
 * Tells a body that a program runs once: what it opens and keeps until it ends costs one handle.
 */
final class Once {
  private final Calls calls;

  Once(Calls calls) {
    this.calls = calls;
  }

  boolean runs(MethodRef method) {
    return method.name().equals("<clinit>") || isMain(method) || isOnlyCalledOnce(method);
  }

  private boolean isMain(MethodRef method) {
    MethodView declared = calls.hierarchy().resolve(method);
    return method.name().equals("main")
        && method.descriptor().equals("([Ljava/lang/String;)V")
        && declared != null
        && declared.isStatic();
  }

  /** A private step of the static initialiser, or of filling a static field that is still empty. */
  private boolean isOnlyCalledOnce(MethodRef method) {
    MethodView declared = calls.hierarchy().resolve(method);
    if (declared == null
        || !declared.isStatic()
        || !declared.isPrivate()
        || method.name().startsWith("lambda$")) {
      return false;
    }
    boolean called = false;
    for (Scope caller : new Nest(calls).bodies(method.owner())) {
      for (int i = 0; i < caller.values().ops().size(); i++) {
        Op op = caller.values().op(i);
        boolean refers = op instanceof Op.Closure closure && closure.body().equals(method);
        if (refers || op instanceof Op.Call call && call.method().equals(method)) {
          called = true;
          boolean initial = caller.body().method().name().equals("<clinit>");
          if (!initial && (refers || !isWhereEmpty(caller, i))) {
            return false;
          }
        }
      }
    }
    return called;
  }

  /** {@code if (field == null) fill();} */
  private static boolean isWhereEmpty(Scope scope, int index) {
    int target = scope.values().blockOf(index);
    boolean entered = false;
    for (int b = 0; b < scope.body().blocks().size(); b++) {
      Block block = scope.body().blocks().get(b);
      for (Edge edge : block.edges()) {
        if (edge.target() == target) {
          entered = true;
          if (edge.test() == null
              || edge.test().is() != Edge.Test.Is.NULL
              || !isStaticField(scope.values(), b, edge.test().register())) {
            return false;
          }
        }
      }
    }
    return entered;
  }

  private static boolean isStaticField(Values values, int block, int register) {
    int[] origins = values.originsAtEnd(block, register);
    for (int origin : origins) {
      if (Values.isParameter(origin)
          || !(values.op(origin) instanceof Op.GetField get)
          || get.object() != Op.NONE) {
        return false;
      }
    }
    return origins.length > 0;
  }
}

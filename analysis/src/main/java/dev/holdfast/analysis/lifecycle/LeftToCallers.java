package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.limits.Bodies;
import dev.holdfast.analysis.limits.Nest;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.MethodView;
import java.util.List;

/**
 * A step that opens something on what all its callers have opened themselves: it goes with that,
 * and they are judged for that.
 */
final class LeftToCallers {
  private static final int STEPS = 2;

  private final Scope scope;
  private final Calls calls;

  LeftToCallers(Scope scope, Calls calls) {
    this.scope = scope;
    this.calls = calls;
  }

  /** Whether each of these parameters is something that every caller has opened. */
  boolean isOpenedByEach(List<Integer> parameters) {
    MethodRef method = scope.body().method();
    if (!isPrivate(method)) {
      return false;
    }
    Bodies bodies = new Bodies(calls, new Nest(calls).bodies(method.owner()));
    return parameters.stream()
        .allMatch(origin -> isOpened(method, Values.register(origin), bodies, STEPS));
  }

  private boolean isPrivate(MethodRef method) {
    MethodView declared = calls.hierarchy().resolve(method);
    return declared != null && declared.isPrivate() && !method.isConstructor();
  }

  private boolean isOpened(MethodRef method, int register, Bodies bodies, int steps) {
    List<Bodies.Place> callers = bodies.callsOf(method);
    if (callers.isEmpty() || bodies.isReferred(method)) {
      return false;
    }
    for (Bodies.Place caller : callers) {
      List<Integer> operands = Operands.ofCall(caller.op());
      Values values = caller.scope().values();
      for (int origin : values.origins(caller.index(), operands.get(register))) {
        MethodRef calling = caller.scope().body().method();
        boolean opened =
            Values.isParameter(origin)
                ? steps > 0
                    && isPrivate(calling)
                    && isOpened(calling, Values.register(origin), bodies, steps - 1)
                : values.op(origin) instanceof Op.Call call && acquires(call);
        if (!opened) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean acquires(Op.Call call) {
    return calls.mayAcquire(call.method()) && calls.meaning(call).acquires() != null;
  }
}

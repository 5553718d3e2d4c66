package dev.holdfast.analysis.scopes;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Role;
import dev.holdfast.analysis.world.ClassView;
import java.util.List;

/** Where a body puts what its parameters bring. */
final class Given {
  private static final int DEEPEST = 4;

  private final Scope scope;
  private final Values values;
  private final Calls calls;

  Given(Scope scope, Calls calls) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
  }

  /** The parameter, counted from zero, that a register surely holds; -1 if it holds none. */
  int parameter(int index, int register) {
    return parameter(index, register, 0);
  }

  private int parameter(int index, int register, int depth) {
    int[] origins = values.origins(index, register);
    if (origins.length != 1 || depth > DEEPEST) {
      return -1;
    }
    if (Values.isParameter(origins[0])) {
      return Values.register(origins[0]) - scope.body().parameter(0);
    }
    Op op = values.op(origins[0]);
    if (op instanceof Op.Call) {
      int operand = 0;
      for (int given : Operands.ofCall(op)) {
        if (calls.meaning(op).role(operand++) == Role.ALIASES) {
          return parameter(origins[0], given, depth + 1);
        }
      }
    }
    return -1;
  }

  /** The parameter that a register surely holds, or that was asked for what it holds; else -1. */
  int from(int index, int register) {
    int parameter = parameter(index, register);
    int[] origins = values.origins(index, register);
    return parameter < 0
            && origins.length == 1
            && !Values.isParameter(origins[0])
            && values.op(origins[0]) instanceof Op.Call call
            && call.receiver() != Op.NONE
        ? parameter(origins[0], call.receiver())
        : parameter;
  }

  /** Whether a register is the object whose method this is. */
  boolean isThis(int index, int register) {
    int[] origins = values.origins(index, register);
    return !scope.body().isStatic()
        && origins.length == 1
        && origins[0] == Values.parameter(0)
        && register >= 0;
  }

  /** The object made here that a register surely holds, as the index of its op; else -1. */
  int made(int index, int register) {
    int[] origins = values.origins(index, register);
    return origins.length == 1
            && !Values.isParameter(origins[0])
            && values.op(origins[0]) instanceof Op.New
        ? origins[0]
        : -1;
  }

  /**
   * The parameter of this body that a constructor or method of the user's own keeps in a field of
   * its object; -1 if it keeps none.
   */
  int keptBy(int index) {
    MethodRef called = values.op(index).called();
    if (called == null || called.parameters().isEmpty()) {
      return -1;
    }
    ClassView owner = calls.contracts().world().find(called.owner());
    List<Integer> arguments =
        values.op(index) instanceof Op.New made
            ? made.arguments()
            : ((Op.Call) values.op(index)).arguments();
    for (int a = 0; owner != null && owner.isSource() && a < arguments.size(); a++) {
      int parameter = parameter(index, arguments.get(a));
      if (parameter >= 0 && keeps(called, a)) {
        return parameter;
      }
    }
    return -1;
  }

  private boolean keeps(MethodRef called, int argument) {
    Scope body = calls.summaries().scope(called);
    if (body == null || body.body().isStatic()) {
      return false;
    }
    Given inside = new Given(body, calls);
    for (int i = 0; i < body.values().ops().size(); i++) {
      if (body.values().op(i) instanceof Op.PutField put
          && inside.isThis(i, put.object())
          && inside.parameter(i, put.source()) == argument) {
        return true;
      }
    }
    return false;
  }
}

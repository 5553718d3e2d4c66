package dev.holdfast.analysis.structure;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Places;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.limits.Nest;
import dev.holdfast.analysis.summary.Calls;

/** Tells that what a field holds was given an object of a class when it was set up. */
final class Registered {
  private static final int DEPTH = 8;

  private final Calls calls;

  Registered(Calls calls) {
    this.calls = calls;
  }

  /** Whether a register holds a field whose value was made of, or told of, one of a class. */
  boolean isIn(Values values, int index, int register, String type) {
    int[] origins = values.origins(index, register);
    return origins.length == 1
        && !Values.isParameter(origins[0])
        && values.op(origins[0]) instanceof Op.GetField get
        && isIn(get.field(), type);
  }

  private boolean isIn(FieldRef field, String type) {
    for (Scope body : new Nest(calls).bodies(field.owner())) {
      Values in = body.values();
      for (int i = 0; i < in.ops().size(); i++) {
        Op op = in.op(i);
        boolean sets =
            op instanceof Op.PutField put
                && put.field().name().equals(field.name())
                && put.field().owner().equals(field.owner());
        boolean tells =
            op instanceof Op.Call call
                && Places.isFrom(field.name(), in, i, call.receiver())
                && !call.arguments().isEmpty();
        if ((sets || tells) && isMadeOf(in, i, type, 0)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isMadeOf(Values in, int index, String type, int depth) {
    boolean[] found = {false};
    Operands.forEach(
        in.op(index),
        register -> {
          for (int origin : in.origins(index, register)) {
            if (found[0] || Values.isParameter(origin) || depth > DEPTH) {
              continue;
            }
            Op op = in.op(origin);
            found[0] =
                op instanceof Op.New made && made.constructor().owner().equals(type)
                    || isMadeOf(in, origin, type, depth + 1);
          }
        });
    return found[0];
  }
}

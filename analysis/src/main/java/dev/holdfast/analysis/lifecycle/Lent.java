package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.MethodView;
import java.util.List;

/** Tells objects that keep what they were given and leave it open when they are closed. */
final class Lent {
  private final Values values;
  private final Calls calls;
  private final int tracked;

  /**
   * @param tracked origin of the tracked object
   */
  Lent(Values values, Calls calls, int tracked) {
    this.values = values;
    this.calls = calls;
    this.tracked = tracked;
  }

  /** Whether a call on an object made here surely does not touch the tracked one in its field. */
  boolean leavesAlone(Op op, int index) {
    if (!(op instanceof Op.Call call) || call.receiver() < 0 || !call.arguments().isEmpty()) {
      return false;
    }
    int[] origins = values.origins(index, call.receiver());
    if (origins.length != 1
        || Values.isParameter(origins[0])
        || !(values.op(origins[0]) instanceof Op.New made)
        || !calls.isOwnCode(made.constructor())) {
      return false;
    }
    String field = field(made, origins[0]);
    MethodView declared = field == null ? null : calls.hierarchy().resolve(call.method());
    Scope body =
        declared == null || declared.isAbstract() || !calls.isOwnCode(declared.method())
            ? null
            : calls.summaries().scope(declared.method());
    return body != null && !touches(body.values(), field);
  }

  private String field(Op.New made, int at) {
    List<Integer> arguments = made.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      int[] origins = values.origins(at, arguments.get(i));
      if (origins.length == 1 && origins[0] == tracked) {
        return calls.keptIn(made, i);
      }
    }
    return null;
  }

  /** Whether a body reads the field, or hands its own object to code that might. */
  private static boolean touches(Values values, String field) {
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (op instanceof Op.GetField get && get.field().name().equals(field)) {
        return true;
      }
      boolean hands = op instanceof Op.Call || op instanceof Op.New || op instanceof Op.Closure;
      if (hands && values.takes(i, Values.parameter(0))) {
        return true;
      }
    }
    return false;
  }
}

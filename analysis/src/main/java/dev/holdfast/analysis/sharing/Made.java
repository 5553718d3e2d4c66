package dev.holdfast.analysis.sharing;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.waiting.Frame;
import dev.holdfast.analysis.world.MethodView;
import java.util.ArrayList;
import java.util.List;

/**
 * A place where an object is made that is meant to be shared.
 *
 * @param frame the body it is made in
 * @param index the op that makes it
 * @param type what it makes
 * @param client whether it holds connections or threads
 */
record Made(Frame frame, int index, String type, boolean client) {
  private static final int HANDS = 2;

  Op op() {
    return frame.values().op(index);
  }

  /** All of a body, in the order of its ops. */
  static List<Made> in(Frame frame, Calls calls) {
    SharedWords words = new SharedWords(calls);
    List<Made> found = new ArrayList<>();
    Values values = frame.values();
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (op.called() == null || !values.isReachable(values.blockOf(i))) {
        continue;
      }
      Op maker = maker(op, calls, words, HANDS);
      if (maker != null && !isDerived(values, i, words)) {
        found.add(new Made(frame, i, op.called().made(), words.isClient(maker)));
      }
    }
    return found;
  }

  /** The op that makes what a call results in, here or in a helper of the user's own, or null. */
  private static Op maker(Op op, Calls calls, SharedWords words, int hands) {
    if (words.makes(op)) {
      return op;
    }
    boolean mayHelp = hands > 0 && op instanceof Op.Call && words.mayHelp(op.called());
    MethodView declared = mayHelp ? calls.hierarchy().resolve(op.called()) : null;
    Scope body =
        declared == null || declared.isAbstract() || !calls.isOwnCode(declared.method())
            ? null
            : calls.summaries().scope(declared.method());
    return body == null ? null : fresh(body, calls, words, hands - 1);
  }

  /** The op that makes what a body returns, if it returns nothing else and keeps none of it. */
  private static Op fresh(Scope body, Calls calls, SharedWords words, int hands) {
    Values values = body.values();
    Op maker = null;
    for (int i = 0; i < values.ops().size(); i++) {
      int returned = values.op(i) instanceof Op.Return result ? result.source() : Op.NONE;
      for (int origin : values.origins(i, returned)) {
        maker = Values.isParameter(origin) ? null : maker(values.op(origin), calls, words, hands);
        if (maker == null || isDerived(values, origin, words) || isKept(values, origin)) {
          return null;
        }
      }
    }
    return maker;
  }

  private static boolean isKept(Values values, int origin) {
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      boolean passes = op instanceof Op.Return || op instanceof Op.Move || op instanceof Op.Cast;
      boolean called = op instanceof Op.Call call && values.comesFrom(i, call.receiver(), origin);
      if (!passes && !called && values.takes(i, origin)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a builder of it comes from another object of the kind, with which it shares. */
  private static boolean isDerived(Values values, int index, SharedWords words) {
    int at = index;
    for (int hops = 0; hops < values.ops().size(); hops++) {
      if (!(values.op(at) instanceof Op.Call call) || call.receiver() == Op.NONE) {
        return false;
      }
      MethodRef method = call.method();
      if (words.isShared(method.owner())) {
        return true;
      }
      int[] origins = values.origins(at, call.receiver());
      if (origins.length != 1 || Values.isParameter(origins[0])) {
        return false;
      }
      at = origins[0];
    }
    return false;
  }
}

package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import java.util.List;

/** Tells whether something was surely made from the text of an address of the web. */
final class Address {
  private static final int STEPS = 4;

  private final Values values;

  Address(Values values) {
    this.values = values;
  }

  /** Whether what an op is called on begins with {@code http://} or {@code https://}. */
  boolean isOfWeb(int index) {
    return values.op(index) instanceof Op.Call call
        && call.receiver() >= 0
        && isOfWeb(index, call.receiver(), STEPS);
  }

  private boolean isOfWeb(int index, int register, int steps) {
    int[] origins = values.origins(index, register);
    for (int origin : origins) {
      if (steps == 0 || Values.isParameter(origin) || !isOfWeb(origin, steps)) {
        return false;
      }
    }
    return origins.length > 0;
  }

  private boolean isOfWeb(int origin, int steps) {
    Op op = values.op(origin);
    if (op instanceof Op.Const constant) {
      return constant.value() instanceof String text
          && (text.startsWith("http://") || text.startsWith("https://"));
    }
    if (op instanceof Op.Concat concat) {
      return !concat.arguments().isEmpty() && isOfWeb(origin, concat.arguments().get(0), steps - 1);
    }
    if (!(op instanceof Op.New || op instanceof Op.Call)) {
      return false;
    }
    // new URL(text), URI.create(text), uri.toURL(): one thing made of another
    List<Integer> operands = Operands.ofCall(op);
    return operands.size() == 1 && isOfWeb(origin, operands.get(0), steps - 1);
  }
}

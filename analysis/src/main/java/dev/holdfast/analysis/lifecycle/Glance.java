package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import java.util.Arrays;

/**
 * Tells {@code c.body() != null ? use(c.body()) : none}: the first call only asks whether there is
 * anything, and whoever closes what the second brings has closed the same.
 */
final class Glance {
  private final Values values;

  Glance(Scope scope) {
    this.values = scope.values();
  }

  boolean isOnly(Acquired acquired) {
    if (acquired.isParameter()
        || acquired.acquisition().closedBy().isEmpty()
        || !(values.op(acquired.index()) instanceof Op.Call first)
        || first.receiver() < 0
        || !first.arguments().isEmpty()) {
      return false;
    }
    int[] of = values.origins(acquired.index(), first.receiver());
    boolean again = false;
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (!(op instanceof Op.Move) && values.takes(i, acquired.index())) {
        return false;
      }
      again |=
          i > acquired.index()
              && op instanceof Op.Call call
              && call.method().equals(first.method())
              && of.length == 1
              && Arrays.equals(of, values.origins(i, call.receiver()));
    }
    return again;
  }
}

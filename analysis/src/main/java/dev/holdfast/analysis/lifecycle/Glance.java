package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Places;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import java.util.Set;

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
    Set<String> of = Places.keys(values, acquired.index(), first.receiver());
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
              && call.receiver() >= 0
              && of.size() == 1
              && of.equals(Places.keys(values, i, call.receiver()));
    }
    return again;
  }
}

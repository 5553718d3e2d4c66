package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;

/** Whether anybody looks at a value; copies into other variables are no look. */
final class Read {
  private Read() {}

  /** Whether an op or a condition reads what an origin stands for. */
  static boolean isRead(Scope scope, int origin) {
    Values values = scope.values();
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (!(op instanceof Op.Move || op instanceof Op.Cast) && values.takes(i, origin)) {
        return true;
      }
    }
    return isTested(scope, origin);
  }

  /** Whether a condition reads what an origin stands for. */
  static boolean isTested(Scope scope, int origin) {
    for (int b = 0; b < scope.body().blocks().size(); b++) {
      Block block = scope.body().blocks().get(b);
      for (Edge edge : block.edges()) {
        if (edge.test() != null
            && Values.contains(scope.values().originsAtEnd(b, edge.test().register()), origin)) {
          return true;
        }
      }
    }
    return false;
  }
}

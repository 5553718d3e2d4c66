package dev.holdfast.analysis.flow;

import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What every path to a block has established about the flags of a body: constants assigned, tests
 * passed. A forward analysis with intersection where paths meet.
 */
final class Conditions {
  private final Body body;
  private final Scope scope;
  private final Known[] entry;

  Conditions(Body body, Scope scope) {
    this.body = body;
    this.scope = scope;
    this.entry = new Known[body.blocks().size()];
    entry[0] = Known.NONE;
    Deque<Integer> open = new ArrayDeque<>();
    open.add(0);
    while (!open.isEmpty()) {
      int b = open.poll();
      Block block = body.blocks().get(b);
      Known before = before(b, block.ops().size() - 1);
      Known after = before(b, block.ops().size());
      for (Edge edge : block.edges()) {
        Known out = edge.kind() == Edge.Kind.RAISE ? before : passed(after, edge.test());
        if (edge.target() >= 0 && flow(edge.target(), out)) {
          open.add(edge.target());
        }
      }
    }
  }

  /** What holds before the op at a position of a block. */
  Known before(int b, int position) {
    Known known = entry[b] == null ? Known.NONE : entry[b];
    for (int i = 0; i < position; i++) {
      Op op = body.blocks().get(b).ops().get(i);
      known = scope.dereferenced(op, known);
      if (op.target() != Op.NONE && scope.isFlag(op.target())) {
        known = scope.defined(op, known);
      }
    }
    return known;
  }

  private Known passed(Known known, Edge.Test test) {
    if (test == null || !scope.isCorrelated(test.register())) {
      return known;
    }
    int flag = scope.flag(test.register());
    return switch (test.is()) {
      case NULL -> known.with(flag, Known.NULL);
      case NONNULL -> known.with(flag, Known.NONNULL);
      case TRUE -> known.with(flag, Known.TRUE);
      case FALSE -> known.with(flag, Known.FALSE);
      case INSTANCE, NOT_INSTANCE, EQUAL, NOT_EQUAL, LESS, AT_LEAST -> known;
    };
  }

  private boolean flow(int target, Known out) {
    Known met = entry[target] == null ? out : entry[target].meet(out);
    if (met.equals(entry[target])) {
      return false;
    }
    entry[target] = met;
    return true;
  }
}

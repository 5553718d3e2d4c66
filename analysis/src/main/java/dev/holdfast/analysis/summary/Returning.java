package dev.holdfast.analysis.summary;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.world.MethodView;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/** Whether a method of the user's own can end other than by an exception. */
final class Returning extends Question<Boolean> {
  private final Summaries summaries;
  private final MethodView method;

  Returning(Summaries summaries, MethodView method) {
    this.summaries = summaries;
    this.method = method;
  }

  @Override
  Boolean unknown() {
    return true;
  }

  @Override
  Boolean find() {
    Scope scope = summaries.scope(method.method());
    return scope == null
        || reachesExit(scope.body())
        || !method.isFinal() && doesNothingElse(scope.values());
  }

  private boolean reachesExit(Body body) {
    Deque<Integer> open = new ArrayDeque<>();
    BitSet seen = new BitSet();
    open.add(0);
    while (!open.isEmpty()) {
      int at = open.poll();
      if (at == Body.EXIT) {
        return true;
      }
      if (at == Body.THROW || seen.get(at)) {
        continue;
      }
      seen.set(at);
      Block block = body.blocks().get(at);
      for (Edge edge : block.edges()) {
        if (edge.kind() != Edge.Kind.GOTO || summaries.calls().mayReturn(block.last())) {
          open.add(edge.target());
        }
      }
    }
    return false;
  }

  /** Meant to be overridden by what returns: {@code throw new UnsupportedOperationException()}. */
  private static boolean doesNothingElse(Values values) {
    return values.ops().stream().noneMatch(op -> op instanceof Op.Call);
  }
}

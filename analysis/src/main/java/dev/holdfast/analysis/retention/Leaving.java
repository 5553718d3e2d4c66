package dev.holdfast.analysis.retention;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/** Whether control leaves a body before what a thread was given is taken away again. */
final class Leaving {
  private final Scope scope;
  private final BitSet takers = new BitSet();

  Leaving(Scope scope, ThreadPlaces places, String place) {
    this.scope = scope;
    Values values = scope.values();
    for (int i = 0; i < values.ops().size(); i++) {
      if (places.takes(values, i)
          && ThreadPlaces.isSame(place, places.place(values, i, values.op(i)))) {
        takers.set(i);
      }
    }
  }

  /** Whether the body takes it away anywhere. */
  boolean isTaken() {
    return !takers.isEmpty();
  }

  /** Whether a path from an op to the end passes none that takes it away. */
  boolean isLeft(int index, boolean thrown) {
    Values values = scope.values();
    int first = values.blockOf(index);
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    if (takesIn(first, index)) {
      return false;
    }
    open.add(first);
    boolean start = true;
    while (!open.isEmpty()) {
      int b = open.poll();
      if (!start && takesIn(b, -1)) {
        continue;
      }
      Block block = scope.body().blocks().get(b);
      for (Edge edge : block.edges()) {
        boolean raises = edge.kind() == Edge.Kind.RAISE;
        boolean own = start && raises;
        boolean skip = own || raises && (!thrown || !edge.declared());
        boolean correlated = edge.test() != null && scope.isCorrelated(edge.test().register());
        if (skip || correlated) {
          continue;
        }
        if (edge.target() == Body.EXIT && !thrown || edge.target() == Body.THROW && thrown) {
          return true;
        }
        if (edge.target() >= 0 && !seen.get(edge.target())) {
          seen.set(edge.target());
          open.add(edge.target());
        }
      }
      start = false;
    }
    return false;
  }

  /** Whether a block takes it away, after an op or at all. */
  private boolean takesIn(int block, int after) {
    int start = scope.values().index(block, 0);
    int end = start + scope.body().blocks().get(block).ops().size();
    int taker = takers.nextSetBit(Math.max(start, after + 1));
    return taker >= 0 && taker < end;
  }
}

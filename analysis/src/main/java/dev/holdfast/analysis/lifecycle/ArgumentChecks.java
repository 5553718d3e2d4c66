package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Edge;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Recognises {@code if (argument == null) throw ...}: an error of whoever calls, as if the argument
 * had been used, and no more a path than that.
 */
final class ArgumentChecks {
  private final Scope scope;

  ArgumentChecks(Scope scope) {
    this.scope = scope;
  }

  /** Whether all ways to a block begin where a parameter turned out to be null. */
  boolean leadTo(int block) {
    List<Block> blocks = scope.body().blocks();
    Deque<Integer> open = new ArrayDeque<>(List.of(block));
    BitSet seen = new BitSet();
    while (!open.isEmpty()) {
      int at = open.poll();
      if (seen.get(at)) {
        continue;
      }
      seen.set(at);
      boolean entered = false;
      for (int b = 0; b < blocks.size(); b++) {
        for (Edge edge : blocks.get(b).edges()) {
          if (edge.target() != at) {
            continue;
          }
          entered = true;
          if (edge.kind() != Edge.Kind.GOTO) {
            return false;
          }
          if (edge.test() == null) {
            open.add(b);
          } else if (!isNullParameter(b, edge.test())) {
            return false;
          }
        }
      }
      if (!entered || at == 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isNullParameter(int block, Edge.Test test) {
    if (test.is() != Edge.Test.Is.NULL) {
      return false;
    }
    for (int origin : scope.values().originsAtEnd(block, test.register())) {
      if (!Values.isParameter(origin)) {
        return false;
      }
    }
    return true;
  }
}

package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Recognises {@code if (argument == null) throw ...} and {@code if (closed) throw new
 * IllegalStateException()}: an error of whoever calls, as if the argument had been used, and no
 * more a path than that.
 */
final class ArgumentChecks {
  private final Scope scope;

  ArgumentChecks(Scope scope) {
    this.scope = scope;
  }

  /** Whether the exception that ends a block only blames whoever calls. */
  boolean blame(int block) {
    return leadTo(block, this::isNullParameter)
        || isIllegalState(block) && leadTo(block, this::isOwnState);
  }

  private boolean isIllegalState(int block) {
    List<Edge> edges = scope.body().blocks().get(block).edges();
    return !edges.isEmpty()
        && edges.stream().allMatch(e -> e.type().equals("java.lang.IllegalStateException"));
  }

  /** Whether all ways to a block begin with a test that says so. */
  private boolean leadTo(int block, BiPredicate<Integer, Edge.Test> blames) {
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
          } else if (!blames.test(b, edge.test())) {
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

  /** A field of the receiver, which says what may be done with it now. */
  private boolean isOwnState(int block, Edge.Test test) {
    boolean own = !scope.body().isStatic();
    for (int origin : scope.values().originsAtEnd(block, test.register())) {
      own &=
          !Values.isParameter(origin)
              && scope.values().op(origin) instanceof Op.GetField get
              && Arrays.equals(
                  scope.values().origins(origin, get.object()), new int[] {Values.parameter(0)});
    }
    return own && (test.is() == Edge.Test.Is.TRUE || test.is() == Edge.Test.Is.FALSE);
  }
}

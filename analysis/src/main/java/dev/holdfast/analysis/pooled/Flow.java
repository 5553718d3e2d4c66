package dev.holdfast.analysis.pooled;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;

/** Finds how control gets from one op to another without passing certain ones. */
final class Flow {
  private final Scope scope;
  private final Calls calls;
  private final IntPredicate stops;
  private final IntPredicate doubts;

  Flow(Scope scope, Calls calls, IntPredicate stops, IntPredicate doubts) {
    this.scope = scope;
    this.calls = calls;
    this.stops = stops;
    this.doubts = doubts;
  }

  /** How, the plainest first. */
  enum Way {
    NORMAL,
    /** Past an op of which nobody knows whether it stops. */
    DOUBTFUL,
    EXCEPTIONAL,
    NONE
  }

  private record At(int block, int position, boolean thrown, boolean doubt) {}

  /** The way from behind one op, or from the first op of a block, to another op. */
  Way from(int block, int position, int goal, boolean onlyNormal) {
    Set<At> seen = new HashSet<>();
    Deque<At> open = new ArrayDeque<>();
    open.add(new At(block, position, false, false));
    Way best = Way.NONE;
    while (!open.isEmpty()) {
      At at = open.poll();
      if (seen.add(at)) {
        Way way = walk(at, goal, onlyNormal, open);
        best = way.compareTo(best) < 0 ? way : best;
      }
    }
    return best;
  }

  private Way walk(At at, int goal, boolean onlyNormal, Deque<At> open) {
    Values values = scope.values();
    Block block = scope.body().blocks().get(at.block());
    boolean doubt = at.doubt();
    boolean stopped = false;
    int last = block.ops().size() - 1;
    for (int i = at.position(); i <= last && !stopped; i++) {
      int index = values.index(at.block(), i);
      if (index == goal) {
        return at.thrown() ? Way.EXCEPTIONAL : doubt ? Way.DOUBTFUL : Way.NORMAL;
      }
      stopped = stops.test(index);
      if (stopped && i < last) {
        return Way.NONE;
      }
      doubt |= doubts.test(index);
    }
    boolean inside = at.position() <= last;
    for (Edge edge : block.edges()) {
      if (edge.target() < 0) {
        continue;
      }
      switch (edge.kind()) {
        case GOTO -> {
          if (!stopped && !(at.thrown() && edge.test() != null)) {
            open.add(new At(edge.target(), 0, at.thrown(), doubt));
          }
        }
        case RAISE -> {
          if (!onlyNormal && inside && !stopped && counts(edge, block)) {
            open.add(new At(edge.target(), 0, true, doubt));
          }
        }
        case RETHROW -> {
          if (!onlyNormal && !stopped) {
            open.add(new At(edge.target(), 0, at.thrown(), doubt));
          }
        }
      }
    }
    return Way.NONE;
  }

  private boolean counts(Edge edge, Block block) {
    Op op = block.last();
    if (op instanceof Op.Throw) {
      return true;
    }
    if (!(op instanceof Op.Call || op instanceof Op.New)) {
      return false;
    }
    return edge.declared() && calls.hierarchy().isChecked(edge.type())
        || calls.meaning(op).userCode();
  }
}

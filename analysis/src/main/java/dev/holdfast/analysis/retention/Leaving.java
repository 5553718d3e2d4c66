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
  private final ThreadPlaces places;
  private final String place;
  private final BitSet takers = new BitSet();

  Leaving(Scope scope, ThreadPlaces places, String place) {
    this.scope = scope;
    this.places = places;
    this.place = place;
    Values values = scope.values();
    for (int i = 0; i < values.ops().size(); i++) {
      if (places.takes(values, i)
          && ThreadPlaces.isSame(place, places.place(values, i, values.op(i)))) {
        takers.set(i);
      }
    }
  }

  /** Whether some path from an op passes one that takes it away. */
  boolean isTakenAfter(int index) {
    int first = scope.values().blockOf(index);
    if (takesIn(first, index)) {
      return true;
    }
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    open.add(first);
    while (!open.isEmpty()) {
      for (Edge edge : scope.body().blocks().get(open.poll()).edges()) {
        int target = edge.target();
        if (target >= 0 && !seen.get(target)) {
          if (takesIn(target, -1)) {
            return true;
          }
          seen.set(target);
          open.add(target);
        }
      }
    }
    return false;
  }

  /** Whether control gets to an op only where nothing was found in the place: it is a cache. */
  boolean isFilling(int index) {
    int last = scope.values().blockOf(index);
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    seen.set(0);
    open.add(0);
    while (!open.isEmpty()) {
      int block = open.poll();
      if (block == last) {
        return false;
      }
      for (Edge edge : scope.body().blocks().get(block).edges()) {
        boolean empty =
            edge.test() != null
                && edge.test().is() == Edge.Test.Is.NULL
                && isFound(block, edge.test().register());
        if (!empty && edge.target() >= 0 && !seen.get(edge.target())) {
          seen.set(edge.target());
          open.add(edge.target());
        }
      }
    }
    return true;
  }

  private boolean isFound(int block, int register) {
    Values values = scope.values();
    for (int origin : values.originsAtEnd(block, register)) {
      if (!Values.isParameter(origin) && places.reads(values, origin, place)) {
        return true;
      }
    }
    return false;
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

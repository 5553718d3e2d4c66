package dev.holdfast.analysis.waiting;

import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.world.Hierarchy;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether every path to a wait has asked before if there is anything left to wait for, or has
 * waited already.
 */
final class Asked {
  private final Settled settled;
  private final ThreadWords words;
  private final Hierarchy hierarchy;
  private final Wait wait;
  private final Set<String> itself = new HashSet<>();
  private final Set<String> sources = new HashSet<>();

  Asked(Settled settled, ThreadWords words, Hierarchy hierarchy, Wait wait) {
    this.settled = settled;
    this.words = words;
    this.hierarchy = hierarchy;
    this.wait = wait;
    wait.awaited().forEach(origin -> itself.add(origin.place()));
    Settled.chain(wait.awaited(), sources, 0);
  }

  boolean isAsked() {
    Frame frame = wait.frame();
    int at = wait.index();
    while (true) {
      if (!isReachedUnasked(frame, at)) {
        return true;
      }
      Frame.Use use = frame.use();
      if (use == null || words.runsElsewhere(use.method(), use.argument())) {
        return false;
      }
      // run where it stands: what was asked before the call was asked before the lambda
      at = use.index();
      frame = frame.around();
    }
  }

  private boolean isReachedUnasked(Frame frame, int at) {
    Values values = frame.values();
    List<Block> blocks = frame.scope().body().blocks();
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    open.add(0);
    seen.set(0);
    while (!open.isEmpty()) {
      int b = open.poll();
      Block block = blocks.get(b);
      boolean asked = false;
      for (int i = 0; i < block.ops().size(); i++) {
        int index = values.index(b, i);
        if (index == at) {
          return true;
        }
        asked |= asks(frame, index) && !isTested(frame, index);
      }
      for (Edge edge : block.edges()) {
        boolean through =
            edge.kind() == Edge.Kind.RAISE || !asked && !isAnswer(frame, b, edge.test());
        if (edge.target() >= 0 && through && !seen.get(edge.target())) {
          seen.set(edge.target());
          open.add(edge.target());
        }
      }
    }
    return false;
  }

  /** Whether the answer of a question decides a branch. */
  private static boolean isTested(Frame frame, int index) {
    Op op = frame.values().op(index);
    if (!op.called().result().equals("boolean")) {
      return false;
    }
    List<Block> blocks = frame.scope().body().blocks();
    for (int b = 0; b < blocks.size(); b++) {
      for (Edge edge : blocks.get(b).edges()) {
        if (edge.test() != null && comesFrom(frame, b, edge.test().register(), index)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean comesFrom(Frame frame, int block, int register, int index) {
    return Values.contains(frame.values().originsAtEnd(block, register), index);
  }

  /** Whether an edge is taken only where the answer was that it has ended. */
  private boolean isAnswer(Frame frame, int block, Edge.Test test) {
    if (test == null || test.is() != Edge.Test.Is.TRUE) {
      return false;
    }
    int[] origins = frame.values().originsAtEnd(block, test.register());
    for (int origin : origins) {
      if (Values.isParameter(origin) || !asks(frame, origin)) {
        return false;
      }
    }
    return origins.length > 0;
  }

  private boolean asks(Frame frame, int index) {
    if (!(frame.values().op(index) instanceof Op.Call call)
        || call.receiver() < 0
        || call.site().equals(wait.op().site())) {
      return false;
    }
    List<Origin> receiver = Origin.of(frame, index, call.receiver());
    boolean bounded = words.isBounded(call.method());
    boolean waits = words.waits(call.method());
    if ((bounded || waits) && settled.isGroup(receiver, wait, 0)) {
      return true;
    }
    boolean same = call.method().name().equals(wait.method().name());
    boolean again = !words.handsOver(call.method());
    for (Origin origin : receiver) {
      String place = origin.place();
      if (itself.contains(place)
          && (words.settles(call.method())
              || bounded && (same || isSameKind(call))
              || waits && again)) {
        return true;
      }
      if (!itself.contains(place) && sources.contains(place) && bounded) {
        return true;
      }
    }
    return false;
  }

  /** A limit that is put on the object itself: it comes back as what it was. */
  private boolean isSameKind(Op.Call call) {
    String result = call.method().result();
    return hierarchy.isSubtype(call.method().owner(), result) && !result.equals("java.lang.Object");
  }
}

package dev.holdfast.analysis.waiting;

import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import java.util.List;

/** Tells the loop of a consumer, whose work it is to wait for the next thing to do. */
final class MainLoop {
  private MainLoop() {}

  /**
   * Whether a wait takes one thing after the other from the same place, until it is told to end.
   */
  static boolean holds(Wait wait) {
    Frame frame = wait.frame();
    int block = frame.values().blockOf(wait.index());
    return !wait.elements()
        && !wait.method().result().equals("void")
        && frame.scope().mayPrecede(block, block)
        && isSameEachTime(wait, block)
        && !isCounting(frame, block);
  }

  private static boolean isSameEachTime(Wait wait, int block) {
    for (Origin origin : wait.awaited()) {
      boolean field = origin.op() instanceof Op.GetField;
      boolean inside =
          !origin.isParameter()
              && origin.frame() == wait.frame()
              && inLoop(wait.frame(), wait.frame().values().blockOf(origin.index()), block);
      if (inside && !field) {
        return false;
      }
      if (field
          && ((Op.GetField) origin.op()).object() != Op.NONE
          && !origin.operand(((Op.GetField) origin.op()).object()).stream()
              .allMatch(Origin::isParameter)) {
        return false;
      }
    }
    return !wait.awaited().isEmpty();
  }

  private static boolean inLoop(Frame frame, int block, int of) {
    return block == of
        || frame.scope().mayPrecede(block, of) && frame.scope().mayPrecede(of, block);
  }

  /** Whether the loop ends by a count or with a collection, before it waits. */
  private static boolean isCounting(Frame frame, int of) {
    List<Block> blocks = frame.scope().body().blocks();
    for (int b = 0; b <= of; b++) {
      if (!inLoop(frame, b, of)) {
        continue;
      }
      int ways = 0;
      Edge out = null;
      for (Edge edge : blocks.get(b).edges()) {
        if (edge.kind() == Edge.Kind.GOTO) {
          ways++;
          boolean leaves = edge.target() < 0 || !inLoop(frame, edge.target(), of);
          out = leaves ? edge : out;
        }
      }
      if (out != null && ways > 1 && (b < of || !isAfter(frame, b, out)) && counts(frame, b, out)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a branch asks about what the wait in its own block has brought. */
  private static boolean isAfter(Frame frame, int block, Edge out) {
    return out.test() != null
        && frame.scope().body().blocks().get(block).last() instanceof Op.Call call
        && call.target() == out.test().register();
  }

  private static boolean counts(Frame frame, int block, Edge out) {
    if (out.test() == null || out.test().is().compares()) {
      return true;
    }
    for (int origin : frame.values().originsAtEnd(block, out.test().register())) {
      if (!Values.isParameter(origin)
          && frame.values().op(origin) instanceof Op.Call call
          && call.method().owner().equals("java.util.Iterator")) {
        return true;
      }
    }
    return false;
  }
}

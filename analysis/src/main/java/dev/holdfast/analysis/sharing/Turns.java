package dev.holdfast.analysis.sharing;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import java.util.List;

/** The loop around an op, and what outlives one turn of it. */
final class Turns {
  private final Scope scope;
  private final int block;

  Turns(Scope scope, int index) {
    this.scope = scope;
    this.block = scope.values().blockOf(index);
  }

  /** Whether the op may run again in one run of its body. */
  boolean isLoop() {
    return scope.mayPrecede(block, block);
  }

  /** Whether another op runs as often as this one. */
  boolean isSame(int index) {
    return holds(scope.values().blockOf(index));
  }

  private boolean holds(int otherBlock) {
    return otherBlock == block
        || scope.mayPrecede(otherBlock, block) && scope.mayPrecede(block, otherBlock);
  }

  /** Whether what the op made is still wanted when the next turn begins: it is kept, not remade. */
  boolean outlive(int origin) {
    List<Block> blocks = scope.body().blocks();
    for (int b = 0; b < blocks.size(); b++) {
      if (!holds(b) || !scope.values().isReachable(b)) {
        continue;
      }
      for (Edge edge : blocks.get(b).edges()) {
        int head = edge.target();
        if (head >= 0 && holds(head) && isEntered(head) && isAlive(b, head, origin)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether control comes into the loop by this block. */
  private boolean isEntered(int head) {
    Body body = scope.body();
    for (int b = 0; b < body.blocks().size(); b++) {
      for (Edge edge : body.blocks().get(b).edges()) {
        if (edge.target() == head && !holds(b) && scope.values().isReachable(b)) {
          return true;
        }
      }
    }
    return head == 0;
  }

  private boolean isAlive(int from, int head, int origin) {
    var live = scope.liveness().at(head);
    for (int r = live.nextSetBit(0); r >= 0; r = live.nextSetBit(r + 1)) {
      if (Values.contains(scope.values().originsAtEnd(from, r), origin)) {
        return true;
      }
    }
    return false;
  }
}

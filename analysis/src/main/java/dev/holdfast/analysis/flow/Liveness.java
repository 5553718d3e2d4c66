package dev.holdfast.analysis.flow;

import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import java.util.BitSet;

/** Which registers are still read after the entry of a block: one backward pass to a fixpoint. */
public final class Liveness {
  private final BitSet[] in;

  public Liveness(Body body) {
    int count = body.blocks().size();
    in = new BitSet[count];
    for (int b = 0; b < count; b++) {
      in[b] = new BitSet();
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int b = count - 1; b >= 0; b--) {
        BitSet live = transfer(body.blocks().get(b));
        if (!live.equals(in[b])) {
          in[b] = live;
          changed = true;
        }
      }
    }
  }

  /** Registers live at the entry of a block; not to be changed. */
  public BitSet at(int block) {
    return in[block];
  }

  private BitSet transfer(Block block) {
    BitSet live = new BitSet();
    BitSet liveWhenRaised = new BitSet();
    for (Edge edge : block.edges()) {
      BitSet side = edge.kind() == Edge.Kind.RAISE ? liveWhenRaised : live;
      if (edge.target() >= 0) {
        side.or(in[edge.target()]);
      }
      if (edge.test() != null) {
        side.set(edge.test().register());
      }
    }
    for (int i = block.ops().size() - 1; i >= 0; i--) {
      Op op = block.ops().get(i);
      if (op.target() != Op.NONE) {
        live.clear(op.target());
      }
      if (i == block.ops().size() - 1) {
        live.or(liveWhenRaised);
      }
      Operands.forEach(op, live::set);
    }
    return live;
  }
}

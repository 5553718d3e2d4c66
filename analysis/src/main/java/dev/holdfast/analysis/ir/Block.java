package dev.holdfast.analysis.ir;

import java.util.List;

/** Ops of which only the last may raise, and the ways out. */
public record Block(List<Op> ops, List<Edge> edges) {
  public Block {
    ops = List.copyOf(ops);
    edges = List.copyOf(edges);
  }

  /** The last op, or null for an empty block. */
  public Op last() {
    return ops.isEmpty() ? null : ops.get(ops.size() - 1);
  }
}

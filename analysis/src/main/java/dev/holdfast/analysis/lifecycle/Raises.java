package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.world.Hierarchy;

/** Finds the way that an exception known by its type takes out of a block. */
final class Raises {
  private Raises() {}

  /** The edge for this type: the one that names it most closely, or null where none does. */
  static Edge of(Block block, String type, Hierarchy hierarchy) {
    Edge closest = null;
    for (Edge edge : block.edges()) {
      if (edge.kind() == Edge.Kind.RAISE
          && hierarchy.isSubtype(type, edge.type())
          && (closest == null || hierarchy.isSubtype(edge.type(), closest.type()))) {
        closest = edge;
      }
    }
    return closest;
  }
}

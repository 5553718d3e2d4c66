package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.world.Hierarchy;
import dev.holdfast.analysis.world.Types;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

  /** Whether what takes this edge gets out of the body, be it after a finally block. */
  static boolean leaves(Body body, Edge raise) {
    Deque<Integer> next = new ArrayDeque<>(List.of(raise.target()));
    Set<Integer> seen = new HashSet<>();
    while (!next.isEmpty()) {
      int at = next.remove();
      if (at == Body.THROW) {
        return true;
      }
      if (at >= 0 && seen.add(at)) {
        for (Edge edge : body.blocks().get(at).edges()) {
          boolean inFlight = edge.kind() == Edge.Kind.RETHROW && edge.type().equals(raise.type());
          if (inFlight || edge.kind() == Edge.Kind.GOTO && edge.target() >= 0) {
            next.add(edge.target());
          }
        }
      }
    }
    return false;
  }

  /**
   * The type of an exception that an op throws: {@code orElseThrow(() -> new NotFound())} throws
   * what its lambda makes, whatever type variable it declares.
   */
  static String type(Values values, int index, String declared, Hierarchy hierarchy) {
    if (index < 0 || !(values.op(index) instanceof Op.Call call)) {
      return declared;
    }
    for (int argument : call.arguments()) {
      for (int origin : values.origins(index, argument)) {
        if (!Values.isParameter(origin) && values.op(origin) instanceof Op.Closure closure) {
          String made = Types.erase(closure.body().made());
          if (!made.equals(declared)
              && hierarchy.isSubtype(made, declared)
              && hierarchy.isSubtype(made, "java.lang.Throwable")) {
            return made;
          }
        }
      }
    }
    return declared;
  }
}

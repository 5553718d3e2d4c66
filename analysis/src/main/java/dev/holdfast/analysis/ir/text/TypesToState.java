package dev.holdfast.analysis.ir.text;

import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a printed body must state because the parser could not infer it. */
final class TypesToState {
  private final Body body;
  private final boolean[] known;

  TypesToState(Body body) {
    this.body = body;
    known = new boolean[body.registers().size()];
    for (int i = 0; i < body.parameters(); i++) {
      known[i] = true;
    }
  }

  /** Whether the op that defines a register first implies its type. */
  boolean implied(Op op) {
    int target = op.target();
    String type = ImpliedType.of(op, r -> known[r] && r != target ? body.type(r) : null);
    return Objects.equals(type, body.type(target));
  }

  void define(int register) {
    known[register] = true;
  }

  /**
   * Registers below the result need a declaration, so that the others are numbered as they are met
   * and typed where they are defined.
   */
  static int declaredFirst(Body body) {
    int size = body.registers().size();
    List<Integer> met = new ArrayList<>();
    boolean[] seen = new boolean[size];
    int first = body.parameters();
    for (Block block : body.blocks()) {
      for (Op op : block.ops()) {
        for (int register : OpRegisters.inTextOrder(op)) {
          if (register >= 0 && !seen[register]) {
            seen[register] = true;
            met.add(register);
            first = register == op.target() ? first : Math.max(first, register + 1);
          }
        }
      }
      for (Edge edge : block.edges()) {
        int register = edge.test() == null ? Op.NONE : edge.test().register();
        if (register >= 0 && !seen[register]) {
          seen[register] = true;
          met.add(register);
          first = Math.max(first, register + 1);
        }
      }
    }
    for (int i = 0; i < size; i++) {
      first = seen[i] ? first : Math.max(first, i + 1);
    }
    int next = size;
    for (int i = met.size() - 1; i >= 0; i--) {
      if (met.get(i) >= first) {
        if (met.get(i) == next - 1) {
          next--;
        } else {
          first = met.get(i) + 1;
        }
      }
    }
    return first;
  }

  /** Whether the parser would add a way out that is not there. */
  static boolean fallsThrough(Block block) {
    List<Edge> edges = block.edges();
    if (block.last() instanceof Op.Throw) {
      return edges.isEmpty();
    }
    List<Edge> gotos = edges.stream().filter(edge -> edge.kind() == Edge.Kind.GOTO).toList();
    if (gotos.isEmpty()) {
      return edges.stream().noneMatch(edge -> edge.kind() == Edge.Kind.RETHROW);
    }
    return gotos.size() == 1 && gotos.get(0).test() != null;
  }
}

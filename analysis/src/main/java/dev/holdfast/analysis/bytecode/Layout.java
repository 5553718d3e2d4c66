package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Lays drafts out as blocks: empty ones vanish, chains become one, order is that of the code. */
final class Layout {
  private final List<List<Op>> ops;
  private final List<List<Edge>> edges;
  private final int[] incoming;
  private final boolean[] absorbed;

  /** Takes the lists over and changes them. */
  Layout(List<List<Op>> ops, List<List<Edge>> edges) {
    this.ops = ops;
    this.edges = edges;
    this.incoming = new int[ops.size()];
    this.absorbed = new boolean[ops.size()];
  }

  /**
   * The finished blocks.
   *
   * @param order for each draft its place in the code; 0 comes first
   */
  List<Block> blocks(int[] order) {
    for (List<Edge> ways : edges) {
      ways.replaceAll(this::skipEmpty);
      takeOver(ways);
      dropRepeated(ways);
    }
    BitSet reached = reach();
    for (int b = reached.nextSetBit(0); b >= 0; b = reached.nextSetBit(b + 1)) {
      for (Edge edge : edges.get(b)) {
        if (edge.target() >= 0) {
          incoming[edge.target()]++;
        }
      }
    }
    incoming[0]++;
    for (int b = reached.nextSetBit(0); b >= 0; b = reached.nextSetBit(b + 1)) {
      while (!absorbed[b] && absorbNext(b)) {
        // each turn makes the chain one longer
      }
    }
    return number(reached, order);
  }

  /** Two ways on may have become one. */
  private static void dropRepeated(List<Edge> ways) {
    for (int i = ways.size() - 1; i > 0; i--) {
      for (int j = 0; j < i; j++) {
        if (isPlain(ways.get(i))
            && isPlain(ways.get(j))
            && ways.get(i).target() == ways.get(j).target()) {
          ways.remove(i);
          break;
        }
      }
    }
  }

  private static boolean isPlain(Edge edge) {
    return edge.kind() == Edge.Kind.GOTO && edge.test() == null;
  }

  /** The single unconditional way on of an empty block, or null. */
  private Edge pass(int block) {
    if (block < 0 || !ops.get(block).isEmpty() || edges.get(block).size() != 1) {
      return null;
    }
    Edge only = edges.get(block).get(0);
    return isPlain(only) ? only : null;
  }

  private Edge skipEmpty(Edge edge) {
    int target = edge.target();
    int left = ops.size();
    for (Edge pass = pass(target); pass != null && left > 0; pass = pass(target)) {
      target = pass.target();
      left--;
    }
    return target == edge.target() ? edge : edge.to(target);
  }

  /** A block that goes to an empty one that only tests makes the tests itself. */
  private void takeOver(List<Edge> ways) {
    for (int left = ops.size(); left > 0; left--) {
      int plain = -1;
      for (int i = 0; i < ways.size() && plain < 0; i++) {
        plain = isPlain(ways.get(i)) ? i : -1;
      }
      if (plain < 0
          || ways.get(plain).target() < 0
          || !ops.get(ways.get(plain).target()).isEmpty()
          || ways.stream().filter(edge -> edge.kind() == Edge.Kind.GOTO).count() > 1) {
        return;
      }
      List<Edge> further = edges.get(ways.get(plain).target());
      if (further == ways || further.isEmpty()) {
        return;
      }
      List<Edge> tests = new ArrayList<>(further);
      tests.replaceAll(this::skipEmpty);
      ways.remove(plain);
      ways.addAll(plain, tests);
    }
  }

  private BitSet reach() {
    BitSet reached = new BitSet();
    BitSet open = new BitSet();
    open.set(0);
    for (int b = 0; b >= 0; b = open.nextSetBit(0)) {
      open.clear(b);
      reached.set(b);
      for (Edge edge : edges.get(b)) {
        if (edge.target() >= 0 && !reached.get(edge.target())) {
          open.set(edge.target());
        }
      }
    }
    return reached;
  }

  private boolean absorbNext(int block) {
    List<Edge> ways = edges.get(block);
    if (ways.size() != 1 || !isPlain(ways.get(0))) {
      return false;
    }
    int next = ways.get(0).target();
    if (next < 0 || next == block || next == 0 || incoming[next] != 1) {
      return false;
    }
    List<Op> both = new ArrayList<>(ops.get(block));
    both.addAll(ops.get(next));
    ops.set(block, both);
    edges.set(block, edges.get(next));
    absorbed[next] = true;
    return true;
  }

  private List<Block> number(BitSet reached, int[] order) {
    List<Integer> kept = new ArrayList<>();
    for (int b = reached.nextSetBit(0); b >= 0; b = reached.nextSetBit(b + 1)) {
      if (!absorbed[b]) {
        kept.add(b);
      }
    }
    kept.sort((a, b) -> a == 0 || b == 0 ? a - b : Integer.compare(order[a], order[b]));
    int[] numbers = new int[ops.size()];
    for (int i = 0; i < kept.size(); i++) {
      numbers[kept.get(i)] = i;
    }
    List<Block> blocks = new ArrayList<>();
    for (int b : kept) {
      List<Edge> renumbered = new ArrayList<>();
      for (Edge edge : edges.get(b)) {
        renumbered.add(edge.target() < 0 ? edge : edge.to(numbers[edge.target()]));
      }
      blocks.add(new Block(ops.get(b), renumbered));
    }
    return blocks;
  }
}

package dev.holdfast.analysis.flow;

import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Where the value in a register comes from: reaching definitions with copies and casts seen
 * through. An origin is the index of the op that made the value (ops are numbered through all
 * blocks), or {@link #parameter} for a value that was there at entry.
 */
public final class Values {
  /** No value reaches. */
  public static final int[] NOWHERE = {};

  private final Body body;
  private final List<Op> ops = new ArrayList<>();
  private final int[] start;
  private final int[][][] entry;
  private final int[][][] operands;

  public Values(Body body) {
    this.body = body;
    this.start = new int[body.blocks().size()];
    for (int b = 0; b < start.length; b++) {
      start[b] = ops.size();
      ops.addAll(body.blocks().get(b).ops());
    }
    this.entry = new int[start.length][][];
    this.operands = new int[ops.size()][][];
    solve();
    record();
  }

  public Body body() {
    return body;
  }

  public List<Op> ops() {
    return ops;
  }

  public Op op(int index) {
    return ops.get(index);
  }

  /** Number of the op at a place. */
  public int index(int block, int position) {
    return start[block] + position;
  }

  /** Block of the op with this number. */
  public int blockOf(int index) {
    int at = Arrays.binarySearch(start, index);
    int block = at >= 0 ? at : -at - 2;
    // empty blocks share their start with the next one
    while (block + 1 < start.length && start[block + 1] <= index) {
      block++;
    }
    return block;
  }

  /** Whether a block can be reached from the entry. */
  public boolean isReachable(int block) {
    return entry[block] != null;
  }

  /** Encodes entry register {@code register} as an origin. */
  public static int parameter(int register) {
    return -1 - register;
  }

  public static boolean isParameter(int origin) {
    return origin < 0;
  }

  /** The entry register of a parameter origin. */
  public static int register(int origin) {
    return -1 - origin;
  }

  /** Origins of a register as the op with this index sees it, before its own effect. */
  public int[] origins(int index, int register) {
    if (register < 0 || operands[index] == null) {
      return NOWHERE;
    }
    int[] found = operands[index][register];
    return found == null ? NOWHERE : found;
  }

  /** Whether a register may hold what an origin made, as the op with this index sees it. */
  public boolean comesFrom(int index, int register, int origin) {
    return contains(origins(index, register), origin);
  }

  /** Whether the op with this index reads what an origin may have made. */
  public boolean takes(int index, int origin) {
    boolean[] found = {false};
    Operands.forEach(op(index), register -> found[0] |= comesFrom(index, register, origin));
    return found[0];
  }

  /** Whether an origin is among those of a register. */
  public static boolean contains(int[] origins, int origin) {
    for (int one : origins) {
      if (one == origin) {
        return true;
      }
    }
    return false;
  }

  /** Origins of a register at the end of a block (after a normal end of its last op). */
  public int[] originsAtEnd(int block, int register) {
    if (entry[block] == null) {
      return NOWHERE;
    }
    int[][] state = entry[block].clone();
    List<Op> inBlock = body.blocks().get(block).ops();
    for (int i = 0; i < inBlock.size(); i++) {
      step(state, inBlock.get(i), start[block] + i);
    }
    return state[register] == null ? NOWHERE : state[register];
  }

  private void solve() {
    int registers = body.registers().size();
    int[][] first = new int[registers][];
    for (int p = 0; p < body.parameters(); p++) {
      first[p] = new int[] {parameter(p)};
    }
    entry[0] = first;
    Deque<Integer> open = new ArrayDeque<>();
    boolean[] queued = new boolean[start.length];
    open.add(0);
    while (!open.isEmpty()) {
      int b = open.poll();
      queued[b] = false;
      Block block = body.blocks().get(b);
      int[][] state = entry[b].clone();
      int last = block.ops().size() - 1;
      for (int i = 0; i < last; i++) {
        step(state, block.ops().get(i), start[b] + i);
      }
      int[][] before = state;
      if (last >= 0) {
        state = state.clone();
        step(state, block.ops().get(last), start[b] + last);
      }
      for (Edge edge : block.edges()) {
        if (edge.target() >= 0
            && merge(edge.target(), edge.kind() == Edge.Kind.RAISE ? before : state)
            && !queued[edge.target()]) {
          queued[edge.target()] = true;
          open.add(edge.target());
        }
      }
    }
  }

  private boolean merge(int target, int[][] state) {
    int[][] known = entry[target];
    if (known == null) {
      entry[target] = state.clone();
      return true;
    }
    boolean changed = false;
    for (int r = 0; r < state.length; r++) {
      int[] union = union(known[r], state[r]);
      if (union != known[r]) {
        known[r] = union;
        changed = true;
      }
    }
    return changed;
  }

  private void record() {
    for (int b = 0; b < start.length; b++) {
      if (entry[b] == null) {
        continue;
      }
      int[][] state = entry[b].clone();
      List<Op> inBlock = body.blocks().get(b).ops();
      for (int i = 0; i < inBlock.size(); i++) {
        int index = start[b] + i;
        operands[index] = state;
        Op op = inBlock.get(i);
        if (op.target() != Op.NONE) {
          state = state.clone();
          step(state, op, index);
        }
      }
    }
  }

  private static void step(int[][] state, Op op, int index) {
    if (op.target() == Op.NONE) {
      return;
    }
    if (op instanceof Op.Move move) {
      state[move.target()] = state[move.source()];
    } else if (op instanceof Op.Cast cast) {
      state[cast.target()] = state[cast.source()];
    } else {
      state[op.target()] = new int[] {index};
    }
  }

  /** Union of two sorted sets; the first itself where it already holds the second. */
  static int[] union(int[] one, int[] other) {
    if (other == null || one == other) {
      return one;
    }
    if (one == null) {
      return other;
    }
    int[] merged = new int[one.length + other.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < one.length || j < other.length) {
      if (j == other.length || i < one.length && one[i] <= other[j]) {
        if (j < other.length && one[i] == other[j]) {
          j++;
        }
        merged[size++] = one[i++];
      } else {
        merged[size++] = other[j++];
      }
    }
    return size == one.length ? one : Arrays.copyOf(merged, size);
  }
}

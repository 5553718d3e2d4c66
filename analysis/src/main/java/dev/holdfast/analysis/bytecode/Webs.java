package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.ir.Edge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.LocalVariableNode;

/**
 * Tells the variables apart that share a slot: definitions belong together where one use may see
 * both, or where debug information names one variable. Every other register of a draft has one
 * definition and is left alone.
 */
final class Webs {
  private final Draft draft;
  private final int[] entries;

  /** Register of each definition of a slot, in order of blocks; entry definitions first. */
  private final List<Integer> definitions = new ArrayList<>();

  private final int[] firstOfBlock;
  private final BitSet[] bySlot;
  private final BitSet[] in;
  private int[] parent;

  /**
   * @param entries slots that hold the receiver and the parameters
   * @param entryVariables their variables, null where unknown
   */
  Webs(Draft draft, int[] entries, LocalVariableNode[] entryVariables) {
    this.draft = draft;
    this.entries = entries;
    this.firstOfBlock = new int[draft.blocks.size()];
    this.bySlot = new BitSet[draft.slots];
    this.in = new BitSet[draft.blocks.size()];
    List<LocalVariableNode> variables = new ArrayList<>();
    for (int i = 0; i < entries.length; i++) {
      define(entries[i], entryVariables[i], variables);
    }
    for (Draft.Block block : draft.blocks) {
      firstOfBlock[block.index] = definitions.size();
      for (Draft.Step step : block.steps) {
        if (isSlot(step.op().target())) {
          define(step.op().target(), step.variable(), variables);
        }
      }
    }
    join(variables);
  }

  private void define(int slot, LocalVariableNode variable, List<LocalVariableNode> variables) {
    if (bySlot[slot] == null) {
      bySlot[slot] = new BitSet();
    }
    bySlot[slot].set(definitions.size());
    definitions.add(slot);
    variables.add(variable);
  }

  private boolean isSlot(int register) {
    return register >= 0 && register < draft.slots;
  }

  private void join(List<LocalVariableNode> variables) {
    parent = new int[definitions.size()];
    Arrays.setAll(parent, i -> i);
    Map<LocalVariableNode, Integer> first = new HashMap<>();
    for (int i = 0; i < parent.length; i++) {
      if (variables.get(i) != null) {
        Integer other = first.putIfAbsent(variables.get(i), i);
        if (other != null) {
          parent[root(i)] = root(other);
        }
      }
    }
    boolean shared = false;
    for (BitSet slot : bySlot) {
      shared |= slot != null && slot.cardinality() > 1;
    }
    if (shared) {
      solve();
      for (Draft.Block block : draft.blocks) {
        Walk walk = new Walk(block);
        for (Draft.Step step : block.steps) {
          Operands.rename(step.op(), walk::use, walk::define);
        }
        for (Edge edge : block.edges) {
          if (edge.test() != null) {
            walk.use(edge.test().register());
          }
        }
      }
    }
  }

  private int root(int definition) {
    int root = definition;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  /** Which definitions reach the start of each block. */
  private void solve() {
    int size = draft.blocks.size();
    BitSet[] generated = new BitSet[size];
    BitSet[] killed = new BitSet[size];
    for (Draft.Block block : draft.blocks) {
      BitSet gen = new BitSet();
      BitSet kill = new BitSet();
      int next = firstOfBlock[block.index];
      for (Draft.Step step : block.steps) {
        int target = step.op().target();
        if (isSlot(target)) {
          kill.or(bySlot[target]);
          gen.andNot(bySlot[target]);
          gen.set(next++);
        }
      }
      generated[block.index] = gen;
      killed[block.index] = kill;
    }
    BitSet open = new BitSet(size);
    in[0] = new BitSet();
    in[0].set(0, entries.length);
    open.set(0);
    for (int b = open.nextSetBit(0); b >= 0; b = open.nextSetBit(0)) {
      open.clear(b);
      BitSet out = (BitSet) in[b].clone();
      out.andNot(killed[b]);
      out.or(generated[b]);
      for (int next : successors(draft.blocks.get(b))) {
        if (in[next] == null) {
          in[next] = (BitSet) out.clone();
          open.set(next);
        } else {
          int before = in[next].cardinality();
          in[next].or(out);
          if (in[next].cardinality() > before) {
            open.set(next);
          }
        }
      }
    }
  }

  /** Superset of the final edges: a throw may reach each handler around it. */
  private static List<Integer> successors(Draft.Block block) {
    List<Integer> successors = new ArrayList<>();
    for (Edge edge : block.edges) {
      if (edge.target() >= 0) {
        successors.add(edge.target());
      }
    }
    if (block.isThrowing()) {
      for (CodeBlock.Guard guard : block.code.guards) {
        successors.add(guard.landing.pad.index);
      }
    }
    return successors;
  }

  /** The web of an entry register. */
  int ofEntry(int index) {
    return root(index);
  }

  /** Walks a block in order and says which web, or temporary, each register stands for. */
  Walk walk(Draft.Block block) {
    return new Walk(block);
  }

  /** Position within a block. Webs are numbered by a definition, temporaries after all of them. */
  final class Walk {
    private final BitSet reaching;
    private final Map<Integer, Integer> latest = new HashMap<>();
    private int next;

    private Walk(Draft.Block block) {
      reaching = in[block.index];
      next = firstOfBlock[block.index];
    }

    int define(int register) {
      if (!isSlot(register)) {
        return definitions.size() + register;
      }
      latest.put(register, next);
      return root(next++);
    }

    int use(int register) {
      if (!isSlot(register)) {
        return definitions.size() + register;
      }
      Integer here = latest.get(register);
      if (here != null) {
        return root(here);
      }
      BitSet slot = bySlot[register];
      if (slot == null) {
        throw new Unlowerable("read of a variable without a value");
      }
      int first = slot.nextSetBit(0);
      if (reaching == null || slot.cardinality() == 1) {
        return root(first);
      }
      BitSet found = (BitSet) reaching.clone();
      found.and(slot);
      if (found.isEmpty()) {
        return root(first);
      }
      first = found.nextSetBit(0);
      for (int other = first; other >= 0; other = found.nextSetBit(other + 1)) {
        parent[root(other)] = root(first);
      }
      return root(first);
    }
  }

  int size() {
    return definitions.size() + draft.registers();
  }
}

package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.bytecode.CodeBlock.Landing;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the edges of throws and what can be reached. A handler that takes everything passes on,
 * where it throws its exception again, just the types that came in; these are known only when all
 * that can be reached is.
 */
final class Throws {
  private final Draft draft;
  private final List<List<Op>> ops;
  private final Registers registers;
  private final Exits exits;
  private final Map<Integer, Landing> pads = new HashMap<>();
  private final Map<Landing, Map<String, Boolean>> entering = new HashMap<>();
  private final Map<Landing, List<Integer>> rethrowing = new HashMap<>();
  private final Map<Integer, Map<String, Edge>> rethrows = new HashMap<>();
  private final BitSet reached = new BitSet();
  private final Deque<Integer> open = new ArrayDeque<>();

  /**
   * @param ops the ops of each draft block, registers already final
   */
  Throws(
      Draft draft,
      List<List<Op>> ops,
      Registers registers,
      Exits exits,
      Iterable<Landing> landings) {
    this.draft = draft;
    this.ops = ops;
    this.registers = registers;
    this.exits = exits;
    for (Landing landing : landings) {
      pads.put(landing.pad.index, landing);
    }
    reach(0);
    while (!open.isEmpty()) {
      int block = open.poll();
      if (draft.blocks.get(block).isThrowing()) {
        leaveByThrow(block);
      }
      List.copyOf(draft.blocks.get(block).edges).forEach(this::follow);
    }
    rethrows.forEach((block, edges) -> draft.blocks.get(block).edges.addAll(edges.values()));
  }

  BitSet reached() {
    return reached;
  }

  private void reach(int block) {
    if (!reached.get(block)) {
      reached.set(block);
      open.add(block);
    }
  }

  private void follow(Edge edge) {
    if (edge.target() < 0) {
      return;
    }
    Landing landing = pads.get(edge.target());
    if (landing != null) {
      enter(landing, edge.type(), edge.declared());
    }
    reach(edge.target());
  }

  private void enter(Landing landing, String type, boolean declared) {
    Map<String, Boolean> types = entering.computeIfAbsent(landing, l -> new LinkedHashMap<>());
    Boolean before = types.get(type);
    if (before == null || declared && !before) {
      types.put(type, declared);
      for (int block : List.copyOf(rethrowing.getOrDefault(landing, List.of()))) {
        passOn(block, type, declared);
      }
    }
  }

  private void leaveByThrow(int block) {
    List<Op> inBlock = ops.get(block);
    int thrown = ((Op.Throw) inBlock.get(inBlock.size() - 1)).source();
    List<Op> origins = new ArrayList<>();
    boolean complete = origins(thrown, origins, new BitSet());
    List<Landing> caught = new ArrayList<>();
    for (Op origin : origins) {
      Landing landing = origin instanceof Op.Caught ? padOf(origin) : null;
      if (landing != null && landing.takesAll) {
        caught.add(landing);
      }
    }
    if (complete && !caught.isEmpty() && caught.size() == origins.size()) {
      rethrows.put(block, new LinkedHashMap<>());
      for (Landing landing : caught) {
        rethrowing.computeIfAbsent(landing, l -> new ArrayList<>()).add(block);
        new LinkedHashMap<>(entering.getOrDefault(landing, Map.of()))
            .forEach((type, declared) -> passOn(block, type, declared));
      }
      return;
    }
    Draft.Block draftBlock = draft.blocks.get(block);
    String type = Types.erasure(registers.type(thrown));
    boolean exact = complete && origins.size() == 1 && origins.get(0) instanceof Op.New;
    draftBlock.edges.addAll(
        exits.ofThrow(type == null ? ControlFlow.THROWABLE : type, exact, draftBlock.code.guards));
  }

  private Landing padOf(Op caught) {
    for (Landing landing : pads.values()) {
      List<Op> pad = ops.get(landing.pad.index);
      if (!pad.isEmpty() && pad.get(0) == caught) {
        return landing;
      }
    }
    return null;
  }

  /**
   * Collects what made the value, casts included: what one lets through is of its type; false where
   * that is not known in this body.
   */
  private boolean origins(int register, List<Op> origins, BitSet seen) {
    if (seen.get(register)) {
      return true;
    }
    seen.set(register);
    List<Op> definitions = registers.definitions(register);
    boolean complete = !definitions.isEmpty();
    for (Op op : definitions) {
      if (op instanceof Op.Move move) {
        complete &= origins(move.source(), origins, seen);
      } else if (!(op instanceof Op.Const constant) || constant.value() != null) {
        origins.add(op);
      }
    }
    return complete;
  }

  private void passOn(int block, String type, boolean declared) {
    Map<String, Edge> edges = rethrows.get(block);
    Edge before = edges.get(type);
    if (before == null || declared && !before.declared()) {
      int target = exits.target(type, draft.blocks.get(block).code.guards);
      Edge edge = new Edge(Edge.Kind.RETHROW, target, type, declared, null);
      edges.put(type, edge);
      if (target != Body.THROW) {
        follow(edge);
      }
    }
  }
}

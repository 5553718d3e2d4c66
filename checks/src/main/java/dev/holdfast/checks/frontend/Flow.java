package dev.holdfast.checks.frontend;

import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A body under construction: registers, blocks, and the point where the next op goes. */
final class Flow {
  /** Ops beyond which a body is given up; copies of {@code finally} can explode. */
  static final int MAX_OPS = 6000;

  /** A block under construction. */
  static final class Node {
    final List<Op> ops = new ArrayList<>(4);
    final List<Way> ways = new ArrayList<>(2);
    int sources;
    int number = -1;
  }

  /** An edge whose target has no number yet. */
  record Way(Edge.Kind kind, Node to, String type, boolean declared, Edge.Test test) {
    // Written out, as in Member: what a record generates costs a bootstrap in every cold compiler.
    @Override
    public boolean equals(Object other) {
      return other instanceof Way way
          && way.kind == kind
          && way.to == to
          && way.declared == declared
          && Objects.equals(way.type, type)
          && Objects.equals(way.test, test);
    }

    @Override
    public int hashCode() {
      int hash = kind.hashCode();
      hash = hash * 31 + System.identityHashCode(to);
      hash = hash * 31 + Objects.hashCode(type);
      hash = hash * 31 + Boolean.hashCode(declared);
      return hash * 31 + Objects.hashCode(test);
    }
  }

  final Node entry = new Node();
  final Node exit = new Node();
  final Node thrown = new Node();
  private final List<Body.Register> registers = new ArrayList<>();
  private int[] definitions = new int[16];
  private Node current = entry;
  private int size;

  Flow() {
    entry.sources = 1;
  }

  int local(String name, String type) {
    registers.add(new Body.Register(name, type));
    if (definitions.length < registers.size()) {
      definitions = java.util.Arrays.copyOf(definitions, 2 * definitions.length);
    }
    return registers.size() - 1;
  }

  int temporary(String type) {
    return local(null, type);
  }

  boolean isLocal(int register) {
    return register >= 0 && registers.get(register).name() != null;
  }

  String type(int register) {
    return register < 0 ? null : registers.get(register).type();
  }

  List<Body.Register> registers() {
    return registers;
  }

  /** How often the register has been defined so far, in the order of lowering. */
  int definitions(int register) {
    return definitions[register];
  }

  Node node() {
    return new Node();
  }

  boolean alive() {
    return current != null;
  }

  Node current() {
    return current;
  }

  /** Goes on at a node; nothing is alive there if no edge leads to it. */
  void start(Node node) {
    current = node != null && node.sources > 0 ? node : null;
  }

  /** Goes on where {@link #current()} was before something else was lowered. */
  void resume(Node node) {
    current = node;
  }

  void emit(Op op) {
    if (op.target() >= 0) {
      definitions[op.target()]++;
    }
    if (current == null) {
      return;
    }
    current.ops.add(op);
    if (++size > MAX_OPS) {
      throw new GivenUp("too large");
    }
  }

  /** Copies a register as it was at an earlier point of the lowering. */
  int copyAt(Node node, int index, int register, Site site) {
    int copy = temporary(type(register));
    if (node != null) {
      node.ops.add(index, new Op.Move(copy, register, site));
    }
    return copy;
  }

  void way(Edge.Kind kind, Node to, String type, boolean declared, Edge.Test test) {
    if (current == null) {
      return;
    }
    Way way = new Way(kind, to, type, declared, test);
    if (!current.ways.contains(way)) {
      current.ways.add(way);
      to.sources++;
    }
  }

  /** Adds an edge that is taken without condition, and leaves the current block. */
  void go(Node to) {
    also(to);
    end();
  }

  /** Adds an edge that may be taken, whatever the state. */
  void also(Node to) {
    way(Edge.Kind.GOTO, to, null, false, null);
  }

  void when(Edge.Test.Is is, int register, String type, Node to) {
    when(new Edge.Test(is, register, type), to);
  }

  void when(Edge.Test test, Node to) {
    way(Edge.Kind.GOTO, to, null, false, test);
  }

  void end() {
    current = null;
  }
}

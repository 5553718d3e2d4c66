package dev.holdfast.analysis.ir.text;

import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Edge.Test.Is;
import dev.holdfast.analysis.ir.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects blocks and edges of one body and puts in what the text left out. */
final class BlockReader {
  private static final Set<String> EDGES = Set.of("->", "if", "raise", "rethrow", "halt");

  private record Way(Edge edge, String label, Line line) {}

  private static final class Draft {
    final List<Op> ops = new ArrayList<>();
    final List<Way> ways = new ArrayList<>();
    boolean halts;
  }

  private final Imports imports;
  private final RegisterTable registers;
  private final OpReader ops;
  private final Map<String, Integer> labels = new HashMap<>();
  private final List<Draft> drafts = new ArrayList<>();

  BlockReader(Imports imports, RegisterTable registers, OpReader ops) {
    this.imports = imports;
    this.registers = registers;
    this.ops = ops;
  }

  boolean isEmpty() {
    return drafts.isEmpty();
  }

  void read(Line line) {
    if (line.seesName() && line.peek(1).equals(":") && line.peek(2).isEmpty()) {
      if (labels.putIfAbsent(line.peek(0), drafts.size()) != null) {
        throw line.error("block " + line.peek(0) + " is there already");
      }
      drafts.add(new Draft());
    } else if (EDGES.contains(line.peek(0)) && !line.peek(1).equals("~")) {
      if (drafts.isEmpty()) {
        drafts.add(new Draft());
      }
      edge(line, drafts.get(drafts.size() - 1));
      line.expectEnd();
    } else {
      openForOp().ops.add(ops.read(line));
    }
  }

  /** An op after an edge starts a block that needs no label. */
  private Draft openForOp() {
    Draft last = drafts.isEmpty() ? null : drafts.get(drafts.size() - 1);
    if (last == null || last.halts || !last.ways.isEmpty()) {
      last = new Draft();
      drafts.add(last);
    }
    return last;
  }

  private void edge(Line line, Draft draft) {
    String word = line.take();
    switch (word) {
      case "halt" -> draft.halts = true;
      case "->" -> draft.ways.add(new Way(Edge.go(0), target(line), line));
      case "if" -> {
        Edge.Test test = test(line);
        line.expect("->");
        Edge edge = new Edge(Edge.Kind.GOTO, 0, null, false, test);
        draft.ways.add(new Way(edge, target(line), line));
      }
      default -> {
        boolean declared = !line.takes("?");
        String type = TypeGrammar.erased(line, imports);
        line.expect("->");
        Edge.Kind kind = word.equals("raise") ? Edge.Kind.RAISE : Edge.Kind.RETHROW;
        draft.ways.add(new Way(new Edge(kind, 0, type, declared, null), target(line), line));
      }
    }
  }

  private static String target(Line line) {
    return line.name("a block, 'exit' or 'throw'");
  }

  private Edge.Test test(Line line) {
    for (Is is : List.of(Is.TRUE, Is.FALSE, Is.NULL, Is.NONNULL)) {
      if (line.takes(is.name().toLowerCase(java.util.Locale.ROOT))) {
        return new Edge.Test(is, registers.use(line), null);
      }
    }
    int register = registers.use(line);
    for (Is is : List.of(Is.EQUAL, Is.NOT_EQUAL, Is.LESS, Is.AT_LEAST)) {
      if (line.takes(Spelling.comparison(is))) {
        return new Edge.Test(is, register, null, line.number("a number to compare with"));
      }
    }
    boolean not = line.takes("not");
    line.expect("instanceof");
    String type = TypeGrammar.erased(line, imports);
    return new Edge.Test(not ? Is.NOT_INSTANCE : Is.INSTANCE, register, type);
  }

  List<Op> allOps() {
    return drafts.stream().flatMap(draft -> draft.ops.stream()).toList();
  }

  /** The finished blocks; {@code types} are those of the registers. */
  List<Block> blocks(List<Body.Register> types) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      List<Edge> edges = new ArrayList<>();
      for (Way way : draft.ways) {
        edges.add(way.edge.to(index(way)));
      }
      if (!draft.halts) {
        complete(draft.ops, edges, i + 1 < drafts.size() ? i + 1 : Body.EXIT, types);
      }
      blocks.add(new Block(draft.ops, edges));
    }
    return blocks;
  }

  private int index(Way way) {
    Integer index =
        switch (way.label) {
          case "exit" -> Body.EXIT;
          case "throw" -> Body.THROW;
          default -> labels.get(way.label);
        };
    if (index == null) {
      throw way.line.error("expected a block, 'exit' or 'throw', found '" + way.label + "'");
    }
    return index;
  }

  private static void complete(
      List<Op> ops, List<Edge> edges, int next, List<Body.Register> types) {
    if (!ops.isEmpty() && ops.get(ops.size() - 1) instanceof Op.Throw thrown) {
      if (edges.isEmpty()) {
        String type = types.get(thrown.source()).type();
        edges.add(
            Edge.raise(
                type == null ? "java.lang.RuntimeException" : TypeGrammar.erasure(type),
                true,
                Body.THROW));
      }
      return;
    }
    List<Edge> gotos = new ArrayList<>(edges);
    gotos.removeIf(edge -> edge.kind() != Edge.Kind.GOTO);
    if (gotos.isEmpty()) {
      if (edges.stream().noneMatch(edge -> edge.kind() == Edge.Kind.RETHROW)) {
        edges.add(Edge.go(ops.stream().anyMatch(Op.Return.class::isInstance) ? Body.EXIT : next));
      }
    } else if (gotos.size() == 1 && gotos.get(0).test() != null) {
      Edge.Test test = gotos.get(0).test();
      edges.add(new Edge(Edge.Kind.GOTO, next, null, false, test.opposite()));
    }
  }
}

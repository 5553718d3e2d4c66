package dev.holdfast.checks.frontend;

import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.checks.frontend.Flow.Node;
import dev.holdfast.checks.frontend.Flow.Way;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns the nodes of a {@link Flow} into numbered blocks: reachable ones only, chains joined. */
final class FlowBlocks {
  private final Flow flow;
  private final List<Node> blocks = new ArrayList<>();

  private FlowBlocks(Flow flow) {
    this.flow = flow;
  }

  static List<Block> of(Flow flow) {
    FlowBlocks blocks = new FlowBlocks(flow);
    blocks.connect();
    blocks.number();
    return blocks.build();
  }

  /** Leads every edge past empty nodes and counts what is reachable by what is reachable. */
  private void connect() {
    Set<Node> reached = new LinkedHashSet<>();
    Deque<Node> pending = new ArrayDeque<>();
    pending.push(flow.entry);
    while (!pending.isEmpty()) {
      Node node = pending.pop();
      if (!reached.add(node)) {
        continue;
      }
      node.sources = 0;
      takeOver(node);
      Set<Way> ways = new LinkedHashSet<>();
      for (Way way : node.ways) {
        Node to = pastEmpty(way.to());
        if (isDead(to)) {
          continue;
        }
        ways.add(new Way(way.kind(), to, way.type(), way.declared(), way.test()));
        pending.push(to);
      }
      node.ways.clear();
      ways.stream().filter(way -> !isIdle(way, ways)).forEach(node.ways::add);
    }
    flow.entry.sources = 1;
    for (Node node : reached) {
      for (Way way : node.ways) {
        way.to().sources++;
      }
    }
  }

  /** A case of a switch that goes where every other value goes as well. */
  private static boolean isIdle(Way way, Set<Way> ways) {
    return way.test() != null
        && way.test().is().compares()
        && ways.contains(new Way(Edge.Kind.GOTO, way.to(), null, false, null));
  }

  /** A node that goes on to an empty one that only tests makes the tests itself. */
  private void takeOver(Node node) {
    for (int left = 1000; left > 0; left--) {
      Way plain = null;
      for (Way way : node.ways) {
        if (way.kind() != Edge.Kind.GOTO) {
          continue;
        }
        if (plain != null || way.test() != null) {
          return;
        }
        plain = way;
      }
      if (plain == null) {
        return;
      }
      Node next = pastEmpty(plain.to());
      if (isEnd(next) || next == node || !next.ops.isEmpty() || next.ways.isEmpty()) {
        return;
      }
      int at = node.ways.indexOf(plain);
      node.ways.remove(at);
      node.ways.addAll(at, next.ways);
    }
  }

  private void number() {
    Deque<Node> pending = new ArrayDeque<>();
    pending.push(flow.entry);
    while (!pending.isEmpty()) {
      Node node = pending.pop();
      if (node.number >= 0 || isEnd(node)) {
        continue;
      }
      node.number = blocks.size();
      blocks.add(node);
      join(node);
      for (int i = node.ways.size() - 1; i >= 0; i--) {
        pending.push(node.ways.get(i).to());
      }
    }
    flow.exit.number = Body.EXIT;
    flow.thrown.number = Body.THROW;
  }

  private List<Block> build() {
    List<Block> built = new ArrayList<>(blocks.size());
    for (Node node : blocks) {
      List<Edge> edges = new ArrayList<>(node.ways.size());
      for (Way way : node.ways) {
        edges.add(new Edge(way.kind(), way.to().number, way.type(), way.declared(), way.test()));
      }
      built.add(new Block(node.ops, edges));
    }
    return built;
  }

  /** Takes in what can only be reached from here and only without a choice. */
  private void join(Node node) {
    while (isPlain(node)) {
      Node next = node.ways.get(0).to();
      if (isEnd(next) || next.sources > 1 || next.number >= 0) {
        return;
      }
      node.ops.addAll(next.ops);
      node.ways.clear();
      node.ways.addAll(next.ways);
    }
  }

  private Node pastEmpty(Node node) {
    Node at = node;
    // an empty endless loop leads to itself
    for (int hops = 0; hops < 1000 && !isEnd(at) && at.ops.isEmpty() && isPlain(at); hops++) {
      at = at.ways.get(0).to();
    }
    return at;
  }

  /** What an exhaustive switch does with a value that no case takes. */
  private boolean isDead(Node node) {
    return !isEnd(node) && node.ops.isEmpty() && node.ways.isEmpty();
  }

  private boolean isEnd(Node node) {
    return node == flow.exit || node == flow.thrown;
  }

  private static boolean isPlain(Node node) {
    if (node.ways.size() != 1) {
      return false;
    }
    Way way = node.ways.get(0);
    return way.kind() == Edge.Kind.GOTO && way.test() == null;
  }
}

package dev.holdfast.checks.frontend;

import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The sequences of events that a body allows: calls, field accesses, tests, exceptions, ends. Two
 * bodies with one language are the same to any analysis of paths, however their blocks are cut and
 * however often a finally is copied.
 */
final class Language {
  private final Map<Integer, List<Step>> steps = new HashMap<>();
  private final Map<Point, Integer> points = new HashMap<>();
  private final Deque<Point> open = new ArrayDeque<>();
  private final Body body;
  private final Events events;
  private int states;

  /** One step of the automaton; the empty event is no event. */
  private record Step(String event, int to) {}

  Language(Body body) {
    this.body = body;
    this.events = new Events(body);
    state(0, "nothing");
    while (!open.isEmpty()) {
      Point point = open.poll();
      expand(point, points.get(point));
    }
  }

  /** The start of a block, with what is to be returned: in source it is said before a finally. */
  private record Point(int block, String result) {}

  private int state(int block, String result) {
    Point point = new Point(block, result);
    Integer known = points.get(point);
    if (known == null) {
      known = states++;
      points.put(point, known);
      open.add(point);
    }
    return known;
  }

  private void expand(Point point, int start) {
    Block block = body.blocks().get(point.block());
    int at = start;
    String result = point.result();
    for (Op op : block.ops()) {
      if (op instanceof Op.New made && Origins.isImpossible(made)) {
        return;
      }
      if (op instanceof Op.Return back) {
        result = events.result(back);
      } else {
        at = then(at, events.of(op));
      }
    }
    boolean counts = block.last() == null || !events.of(block.last()).isEmpty();
    for (Edge edge : block.edges()) {
      if (counts || edge.kind() == Edge.Kind.GOTO) {
        add(at, events.of(edge), target(edge.target(), result));
      }
    }
  }

  private int target(int target, String result) {
    if (target >= 0) {
      return state(target, result);
    }
    int end = states++;
    add(end, target == Body.EXIT ? "exit with " + result : "thrown", states++);
    return end;
  }

  private int then(int from, String event) {
    if (event.isEmpty()) {
      return from;
    }
    int to = states++;
    add(from, event, to);
    return to;
  }

  private void add(int from, String event, int to) {
    steps.computeIfAbsent(from, key -> new ArrayList<>()).add(new Step(event, to));
  }

  /** Null if both allow the same; else the shortest way to where they part. */
  static String difference(Language one, Language other) {
    record Pair(Set<Integer> one, Set<Integer> other) {}
    record Path(Pair pair, List<String> events) {}
    Deque<Path> open = new ArrayDeque<>();
    Set<Pair> seen = new HashSet<>();
    open.add(new Path(new Pair(one.silent(Set.of(0)), other.silent(Set.of(0))), List.of()));
    while (!open.isEmpty()) {
      Path path = open.poll();
      if (!seen.add(path.pair())) {
        continue;
      }
      Map<String, Set<Integer>> next = one.next(path.pair().one());
      Map<String, Set<Integer>> otherNext = other.next(path.pair().other());
      if (!next.keySet().equals(otherNext.keySet())) {
        return "after "
            + String.join("\n   ", path.events())
            + "\n  source:   "
            + without(next.keySet(), otherNext.keySet())
            + "\n  bytecode: "
            + without(otherNext.keySet(), next.keySet());
      }
      next.forEach(
          (event, states) -> {
            List<String> longer = new ArrayList<>(path.events());
            longer.add(event);
            open.add(new Path(new Pair(states, otherNext.get(event)), longer));
          });
    }
    return null;
  }

  private static Set<String> without(Set<String> all, Set<String> others) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(others);
    return rest;
  }

  private Map<String, Set<Integer>> next(Set<Integer> from) {
    Map<String, Set<Integer>> next = new TreeMap<>();
    for (int state : from) {
      for (Step step : steps.getOrDefault(state, List.of())) {
        if (!step.event().isEmpty()) {
          next.computeIfAbsent(step.event(), key -> new TreeSet<>()).add(step.to());
        }
      }
    }
    next.replaceAll((event, states) -> silent(states));
    return next;
  }

  private Set<Integer> silent(Set<Integer> from) {
    Set<Integer> reached = new TreeSet<>(from);
    Deque<Integer> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      for (Step step : steps.getOrDefault(open.poll(), List.of())) {
        if (step.event().isEmpty() && reached.add(step.to())) {
          open.add(step.to());
        }
      }
    }
    return reached;
  }
}

package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.bytecode.CodeBlock.Guard;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.world.Hierarchy;
import dev.holdfast.analysis.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides which exceptions leave an op and which handler, in order, takes each. */
final class Exits {
  private static final String UNDECLARED = "java.lang.RuntimeException";

  private final World world;
  private final Hierarchy hierarchy;
  private final Map<List<Guard>, List<Edge>> ofPlainCalls = new HashMap<>();

  Exits(World world, Hierarchy hierarchy) {
    this.world = world;
    this.hierarchy = hierarchy;
  }

  /**
   * The RAISE edges of a call or constructor.
   *
   * @param declared its declared exceptions; null where they are not known
   */
  List<Edge> ofCall(List<String> declared, List<Guard> guards) {
    if (declared != null && declared.isEmpty()) {
      List<Edge> plain = ofPlainCalls.get(guards);
      if (plain == null) {
        plain = callEdges(declared, guards);
        ofPlainCalls.put(guards, plain);
      }
      return plain;
    }
    return callEdges(declared, guards);
  }

  private List<Edge> callEdges(List<String> declared, List<Guard> guards) {
    Map<String, Boolean> raised = new LinkedHashMap<>();
    if (declared != null) {
      declared.forEach(type -> raise(raised, type, true, guards));
    }
    raise(raised, UNDECLARED, false, guards);
    for (Guard guard : guards) {
      String type = guard.type;
      // Whatever may be raised for all that is known: an unknown path, never a sure one.
      if (type != null
          && (world.find(type) == null || declared == null && hierarchy.isChecked(type))) {
        raised.putIfAbsent(type, false);
      }
    }
    return edges(raised, guards);
  }

  /** The RAISE edges of a throw of this static type. */
  List<Edge> ofThrow(String type, boolean exact, List<Guard> guards) {
    Map<String, Boolean> raised = new LinkedHashMap<>();
    raised.put(type, true);
    if (!exact) {
      raise(raised, type, true, guards);
    }
    return edges(raised, guards);
  }

  /** A type, and each of its subtypes that some handler around waits for. */
  private void raise(
      Map<String, Boolean> raised, String type, boolean declared, List<Guard> guards) {
    for (Guard guard : guards) {
      if (guard.type != null && !guard.type.equals(type) && hierarchy.isSubtype(guard.type, type)) {
        raised.merge(guard.type, declared, Boolean::logicalOr);
      }
    }
    raised.merge(type, declared, Boolean::logicalOr);
  }

  private List<Edge> edges(Map<String, Boolean> raised, List<Guard> guards) {
    List<Edge> edges = new ArrayList<>();
    raised.forEach((type, declared) -> edges.add(Edge.raise(type, declared, target(type, guards))));
    return edges;
  }

  /** The draft that an exception of this type goes to, or {@link Body#THROW}. */
  int target(String type, List<Guard> guards) {
    for (Guard guard : guards) {
      if (guard.type == null || isCaught(type, guard.type)) {
        return guard.landing.pad.index;
      }
    }
    return Body.THROW;
  }

  private boolean isCaught(String type, String caught) {
    return hierarchy.isSubtype(type, caught)
        || (caught.equals("java.lang.Exception") || caught.equals(ControlFlow.THROWABLE))
            && world.find(type) == null;
  }
}

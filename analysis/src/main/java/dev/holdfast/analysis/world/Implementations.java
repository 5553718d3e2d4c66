package dev.holdfast.analysis.world;

import dev.holdfast.analysis.ir.MethodRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds all bodies that a call of an abstract method can reach, where the language lets nobody but
 * the package of its type implement it.
 */
public final class Implementations {
  private static final int PUBLIC_OR_PROTECTED = 0x0001 | 0x0004;
  private static final int ENUM = 0x4000;

  private final World world;
  private final Hierarchy hierarchy;
  private final Map<MethodRef, List<MethodView>> known = new HashMap<>();

  Implementations(World world, Hierarchy hierarchy) {
    this.world = world;
    this.hierarchy = hierarchy;
  }

  /** The bodies; empty where code that is not in view may hold another one. */
  public List<MethodView> of(MethodView method) {
    return known.computeIfAbsent(method.method(), key -> find(method));
  }

  private List<MethodView> find(MethodView method) {
    String type = method.method().owner();
    List<String> neighbours = isClosed(type) ? world.classesIn(packageOf(type)) : null;
    List<MethodView> found = new ArrayList<>();
    // a listing without the type itself is not one of its package
    boolean complete = neighbours != null && neighbours.contains(type);
    for (String name : complete ? neighbours : List.<String>of()) {
      ClassView view = world.find(name);
      if (view == null || !hierarchy.ancestors(name).contains(type)) {
        continue;
      }
      for (MethodView candidate : view.methods(method.method().name())) {
        if (candidate.method().parameters().equals(method.method().parameters())
            && !candidate.isAbstract()) {
          found.add(candidate);
        }
      }
    }
    return found;
  }

  /** A lambda, which has no class, may implement a functional interface. */
  private boolean isClosed(String type) {
    ClassView view = world.find(type);
    return view != null
        && ((view.access() & PUBLIC_OR_PROTECTED) == 0 || (view.access() & ENUM) != 0)
        && !hierarchy.isFunctional(type);
  }

  private static String packageOf(String type) {
    return type.substring(0, Math.max(0, type.lastIndexOf('.')));
  }
}

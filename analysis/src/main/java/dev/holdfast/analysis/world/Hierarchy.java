package dev.holdfast.analysis.world;

import dev.holdfast.analysis.ir.MethodRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Subtyping and method resolution over a {@link World}, memoised. */
public final class Hierarchy {
  private static final String OBJECT = "java.lang.Object";

  private final World world;
  private final Map<String, List<String>> direct = new HashMap<>();
  private final Map<String, Set<String>> ancestors = new HashMap<>();
  private final Map<MethodRef, MethodView> resolved = new HashMap<>();
  private final Map<String, Boolean> functional = new HashMap<>();

  public Hierarchy(World world) {
    this.world = world;
  }

  /** Superclass first, then interfaces; empty where the type is not known. */
  public List<String> supertypes(String type) {
    List<String> known = direct.get(type);
    if (known == null) {
      known = world.supertypes(type);
      direct.put(type, known);
    }
    return known;
  }

  /** Whether one type is the other or inherits from it, as far as the class path tells. */
  public boolean isSubtype(String type, String supertype) {
    return type.equals(supertype)
        || supertype.equals(OBJECT)
        || ancestors(type).contains(supertype);
  }

  /** All proper supertypes, nearest first. */
  public Set<String> ancestors(String type) {
    Set<String> known = ancestors.get(type);
    if (known != null) {
      return known;
    }
    Set<String> all = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(supertypes(type));
    while (!open.isEmpty()) {
      String next = open.poll();
      if (all.add(next)) {
        open.addAll(supertypes(next));
      }
    }
    ancestors.put(type, all);
    return all;
  }

  /** Whether an exception type must be declared; false where the type is not known. */
  public boolean isChecked(String exception) {
    return !isSubtype(exception, "java.lang.RuntimeException")
        && !isSubtype(exception, "java.lang.Error")
        && world.find(exception) != null;
  }

  /**
   * The declaration a call resolves to: in the owner, else the nearest supertype, a body before an
   * abstract one; null where the class path does not tell.
   */
  public MethodView resolve(MethodRef method) {
    if (resolved.containsKey(method)) {
      return resolved.get(method);
    }
    MethodView found = declared(method, method.owner());
    if (found == null && !method.isConstructor()) {
      for (String type : ancestors(method.owner())) {
        MethodView candidate = declared(method, type);
        if (candidate != null && (found == null || found.isAbstract() && !candidate.isAbstract())) {
          found = candidate;
        }
        if (found != null && !found.isAbstract()) {
          break;
        }
      }
    }
    resolved.put(method, found);
    return found;
  }

  /**
   * Whether the type is an interface with a single abstract method: a call of it runs user code.
   */
  public boolean isFunctional(String type) {
    Boolean known = functional.get(type);
    if (known == null) {
      known = abstractMethods(type) == 1;
      functional.put(type, known);
    }
    return known;
  }

  private int abstractMethods(String type) {
    ClassView view = world.find(type);
    if (view == null || (view.access() & 0x0200) == 0) {
      return 0;
    }
    Set<String> names = new LinkedHashSet<>();
    collectAbstract(view, names);
    for (String ancestor : ancestors(type)) {
      ClassView above = world.find(ancestor);
      if (above != null && (above.access() & 0x0200) != 0) {
        collectAbstract(above, names);
      }
    }
    return names.size();
  }

  private void collectAbstract(ClassView view, Set<String> names) {
    for (MethodView method : view.methods()) {
      if (method.isAbstract() && declared(method.method(), OBJECT) == null) {
        names.add(method.method().name() + method.method().parameters().size());
      }
    }
  }

  private MethodView declared(MethodRef method, String type) {
    ClassView view = world.mayDeclare(type, method.name()) ? world.find(type) : null;
    if (view == null) {
      return null;
    }
    MethodView sameParameters = null;
    for (MethodView candidate : view.methods(method.name())) {
      String descriptor = candidate.method().descriptor();
      if (descriptor.equals(method.descriptor())) {
        return candidate;
      }
      if (sameArguments(descriptor, method.descriptor())) {
        sameParameters = candidate;
      }
    }
    return sameParameters;
  }

  private static boolean sameArguments(String one, String other) {
    int end = one.indexOf(')');
    return end == other.indexOf(')') && one.regionMatches(0, other, 0, end);
  }
}

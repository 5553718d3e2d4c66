package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.MethodView;
import java.util.ArrayList;
import java.util.List;

/** The bodies that may touch what is private to a class: its own and those nested with it. */
public final class Nest {
  private final Calls calls;

  public Nest(Calls calls) {
    this.calls = calls;
  }

  /** All bodies, initialisers and lambdas among them, as far as they can be looked into. */
  public List<Scope> bodies(String type) {
    List<Scope> bodies = new ArrayList<>();
    for (String name : types(type)) {
      ClassView view = calls.contracts().world().find(name);
      if (view == null) {
        continue;
      }
      add(new MethodRef(name, "<clinit>", "()V"), bodies);
      for (MethodView method : view.methods()) {
        if (!method.isAbstract()) {
          add(method.method(), bodies);
        }
      }
    }
    return bodies;
  }

  private void add(MethodRef method, List<Scope> bodies) {
    Scope scope = calls.summaries().scope(method);
    if (scope == null) {
      return;
    }
    bodies.add(scope);
    for (Op op : scope.values().ops()) {
      if (op instanceof Op.Closure closure && !closure.reference()) {
        add(closure.body(), bodies);
      }
    }
  }

  /** Binary names of the class and of those nested with it. */
  public List<String> types(String type) {
    int nested = type.indexOf('$', type.lastIndexOf('.') + 2);
    String outer = nested < 0 ? type : type.substring(0, nested);
    int dot = outer.lastIndexOf('.');
    List<String> neighbours =
        calls.contracts().world().classesIn(outer.substring(0, Math.max(0, dot)));
    List<String> found = new ArrayList<>();
    for (String name : neighbours == null ? List.<String>of() : neighbours) {
      if (name.equals(outer) || name.startsWith(outer + "$")) {
        found.add(name);
      }
    }
    return found.isEmpty() ? List.of(type) : found;
  }
}

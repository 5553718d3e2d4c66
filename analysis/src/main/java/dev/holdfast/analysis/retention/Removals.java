package dev.holdfast.analysis.retention;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.limits.Bodies;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.MethodView;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether anybody runs what takes entries out of a collection. */
final class Removals {
  private final Calls calls;
  private final Lifetimes lifetimes;
  private final Bodies bodies;
  private final FieldRef field;
  private final Set<MethodRef> growing = new HashSet<>();
  private boolean happen;
  private boolean mayHappen;
  private String uncalled;

  Removals(Calls calls, Lifetimes lifetimes, Bodies bodies, FieldRef field, List<Growth> growths) {
    this.calls = calls;
    this.lifetimes = lifetimes;
    this.bodies = bodies;
    this.field = field;
    growths.forEach(growth -> growing.add(bodies.declared(growth.method())));
  }

  void add(Bodies.Place loss) {
    MethodRef method = bodies.declared(loss.scope().body().method());
    // who puts something in and takes something out does both
    if (growing.contains(method) || runs(method, new HashSet<>())) {
      happen = true;
    } else {
      uncalled = method.name();
      MethodView view = calls.hierarchy().resolve(method);
      mayHappen |= view == null || !view.isPrivate();
    }
  }

  /** A field that gets a new collection later has let go of the old one. */
  void addReset(Bodies.Place given) {
    MethodRef method = given.scope().body().method();
    boolean first =
        method.name().equals("<clinit>")
            || method.isConstructor() && !field.isStatic()
            || isLazy(given.scope());
    if (!first) {
      add(given);
    }
  }

  /** Whether something is taken out, as far as is in view. */
  boolean happen() {
    return happen;
  }

  /** Whether code out of view may run what takes out. */
  boolean mayHappen() {
    return mayHappen;
  }

  /** A method that takes out and is called by nobody in view, or null. */
  String uncalled() {
    return uncalled;
  }

  private boolean isLazy(Scope scope) {
    Values values = scope.values();
    for (int b = 0; b < scope.body().blocks().size(); b++) {
      for (Edge edge : scope.body().blocks().get(b).edges()) {
        if (edge.test() == null || edge.test().is() != Edge.Test.Is.NULL) {
          continue;
        }
        for (int origin : values.originsAtEnd(b, edge.test().register())) {
          if (!Values.isParameter(origin)
              && values.op(origin) instanceof Op.GetField get
              && get.field().name().equals(field.name())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean runs(MethodRef method, Set<MethodRef> asked) {
    if (!asked.add(method)) {
      return false;
    }
    MethodView view = calls.hierarchy().resolve(method);
    if (view == null
        || method.isConstructor()
        || method.name().equals("<clinit>")
        || view.notes().stream().anyMatch(note -> !note.type().startsWith("java.lang."))
        || overrides(method)
        || lifetimes.servesRequests(method)) {
      return true;
    }
    for (MethodRef caller : bodies.callers(method)) {
      MethodView calling = calls.hierarchy().resolve(caller);
      if (calling == null || !calling.isPrivate() || runs(caller, asked)) {
        return true;
      }
    }
    return false;
  }

  private boolean overrides(MethodRef method) {
    for (String above : calls.hierarchy().ancestors(method.owner())) {
      ClassView view = calls.contracts().world().find(above);
      for (MethodView candidate :
          view == null ? Set.<MethodView>of() : new HashSet<>(view.methods(method.name()))) {
        if (candidate.method().parameters().size() == method.parameters().size()) {
          return true;
        }
      }
    }
    return false;
  }
}

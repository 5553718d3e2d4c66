package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.MethodView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Bodies that can reach a field, who calls whom among them, and where each lambda is written. */
public final class Bodies {
  private final Calls calls;
  private final Map<MethodRef, Scope> scopes = new LinkedHashMap<>();
  private final Map<MethodRef, Place> writtenIn = new HashMap<>();
  private final Map<String, Place> madeAt = new HashMap<>();
  private final Map<MethodRef, Set<MethodRef>> callers = new HashMap<>();
  private final Set<MethodRef> referred = new LinkedHashSet<>();

  public Bodies(Calls calls, List<Scope> all) {
    this.calls = calls;
    all.forEach(scope -> scopes.putIfAbsent(scope.body().method(), scope));
    for (Scope scope : scopes.values()) {
      for (int i = 0; i < scope.values().ops().size(); i++) {
        see(new Place(scope, i));
      }
    }
  }

  public List<Scope> scopes() {
    return List.copyOf(scopes.values());
  }

  /**
   * The declared method around a body: for a lambda, or a method of a class without a name, the one
   * it is written in.
   */
  public MethodRef declared(MethodRef body) {
    MethodRef around = body;
    for (int i = 0; i < 20; i++) {
      Place written = writtenIn.get(around);
      written = written == null ? madeAt.get(around.owner()) : written;
      if (written == null) {
        return around;
      }
      around = written.scope().body().method();
    }
    return around;
  }

  /** Where the lambda of this body is written, or null. */
  public Place closure(MethodRef lambda) {
    return writtenIn.get(lambda);
  }

  /** The declared methods that call this one or take a reference to it, itself left out. */
  public Set<MethodRef> callers(MethodRef method) {
    Set<MethodRef> found = new LinkedHashSet<>();
    for (MethodRef caller : callers.getOrDefault(method, Set.of())) {
      found.add(declared(caller));
    }
    found.remove(method);
    return found;
  }

  /** The calls of a method, each with the place it stands at. */
  public List<Place> callsOf(MethodRef method) {
    List<Place> found = new ArrayList<>();
    for (MethodRef caller : callers.getOrDefault(method, Set.of())) {
      Scope scope = scopes.get(caller);
      for (int i = 0; i < scope.values().ops().size(); i++) {
        Op op = scope.values().op(i);
        if (op.called() != null && resolved(op.called()).equals(method)) {
          found.add(new Place(scope, i));
        }
      }
    }
    return found;
  }

  /** Where objects of a type are made. */
  public List<Place> making(String type) {
    List<Place> found = new ArrayList<>();
    for (Scope scope : scopes.values()) {
      for (int i = 0; i < scope.values().ops().size(); i++) {
        if (scope.values().op(i) instanceof Op.New made
            && made.constructor().owner().equals(type)) {
          found.add(new Place(scope, i));
        }
      }
    }
    return found;
  }

  /** Whether somebody refers to a method rather than calling it: what it is given is not seen. */
  public boolean isReferred(MethodRef method) {
    return referred.contains(method);
  }

  public MethodRef resolved(MethodRef method) {
    MethodView declared = calls.hierarchy().resolve(method);
    return declared == null ? method : declared.method();
  }

  private void see(Place place) {
    Op op = place.op();
    MethodRef within = place.scope().body().method();
    if (op instanceof Op.New made && Entries.isNameless(made.constructor().owner())) {
      madeAt.putIfAbsent(made.constructor().owner(), place);
    }
    if (op.called() != null) {
      callers.computeIfAbsent(resolved(op.called()), key -> new LinkedHashSet<>()).add(within);
    } else if (op instanceof Op.Closure closure && closure.reference()) {
      MethodRef named = resolved(closure.body());
      referred.add(named);
      callers.computeIfAbsent(named, key -> new LinkedHashSet<>()).add(within);
    } else if (op instanceof Op.Closure closure) {
      writtenIn.put(closure.body(), place);
    }
  }

  /** An op of a body. */
  public record Place(Scope scope, int index) {
    public Op op() {
      return scope.values().op(index);
    }
  }
}

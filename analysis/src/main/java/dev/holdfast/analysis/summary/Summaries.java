package dev.holdfast.analysis.summary;

import dev.holdfast.analysis.Settings;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.Contracts;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.analysis.world.World;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Summaries of callees on demand: from source of the same compilation or from class files, whatever
 * the world has. Recursion and an exhausted budget answer "unknown", and that answer is not kept.
 */
public final class Summaries {
  /** The walk that turns a body into its summary; the lifecycle analysis supplies it. */
  public interface Inference {
    Summary infer(Scope scope, Calls calls, int budget, boolean explicit);
  }

  private final Contracts contracts;
  private final Inference inference;
  private final World world;
  private final Settings settings;
  private final Map<MethodRef, Meaning> meanings = new HashMap<>();
  private final Map<MethodRef, Meaning> withoutReceiver = new HashMap<>();
  private final Map<MethodRef, Summary> complete = new HashMap<>();
  private final Map<MethodRef, Boolean> hopeless = new HashMap<>();
  private final Map<String, Boolean> closes = new HashMap<>();
  private final Map<MethodRef, Scope> scopes = new HashMap<>();
  private final Set<MethodRef> inProgress = new HashSet<>();

  public Summaries(Contracts contracts, Settings settings, Inference inference) {
    this.contracts = contracts;
    this.inference = inference;
    this.world = contracts.world();
    this.settings = settings;
  }

  /** Calls as seen from the method under analysis. */
  public Calls calls() {
    return new Calls(contracts, this, 0);
  }

  public Settings settings() {
    return settings;
  }

  Map<MethodRef, Meaning> meanings(boolean hasReceiver) {
    return hasReceiver ? meanings : withoutReceiver;
  }

  /** Summary of a declared, concrete method; null where nothing is known. */
  Summary of(MethodView declared, int depth) {
    return of(declared.method(), depth);
  }

  /** Summary of the body of a lambda; its entry registers begin with the captures. */
  public Summary ofLambda(MethodRef lambda, int depth) {
    return of(lambda, depth);
  }

  private Summary of(MethodRef method, int depth) {
    Summary known = complete.get(method);
    if (known != null) {
      return known;
    }
    if (depth > settings.calleeDepth()
        || hopeless.containsKey(method)
        || inProgress.contains(method)) {
      return null;
    }
    Scope scope = scope(method);
    if (scope == null) {
      hopeless.put(method, true);
      return null;
    }
    inProgress.add(method);
    try {
      Calls calls = new Calls(contracts, this, depth);
      ClassView owner = world.find(method.owner());
      boolean source = owner != null && owner.isSource();
      Summary summary = inference.infer(scope, calls, settings.states(), source);
      boolean whole = summary.complete() && depth == 1 || isClosed(summary);
      if (whole) {
        complete.put(method, summary);
      }
      return summary;
    } finally {
      inProgress.remove(method);
    }
  }

  /** The lowered body of a method with its flow, or null; memoised. */
  public Scope scope(MethodRef method) {
    if (scopes.containsKey(method)) {
      return scopes.get(method);
    }
    ClassView owner = world.find(method.owner());
    boolean generous = owner != null && owner.isSource() || contracts.isDutyType(method.result());
    Body body = world.body(method, generous ? settings.builderOps() : settings.calleeOps());
    Scope scope = body == null ? null : new Scope(body);
    scopes.put(method, scope);
    return scope;
  }

  /** Whether closing an object of this class releases what one of its fields holds. */
  boolean closes(String owner, String field, int depth) {
    if (field == null) {
      return false;
    }
    String key = owner + "." + field;
    Boolean known = closes.get(key);
    if (known != null) {
      return known;
    }
    closes.put(key, false);
    boolean found = new Closers(contracts, this, depth).closes(owner, field);
    closes.put(key, found);
    return found;
  }

  private static boolean isClosed(Summary summary) {
    return summary.complete() && !summary.fates().contains(Role.UNKNOWN);
  }
}

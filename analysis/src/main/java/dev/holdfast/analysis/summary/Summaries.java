package dev.holdfast.analysis.summary;

import dev.holdfast.analysis.Settings;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.world.Contracts;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.analysis.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Summaries of callees on demand: from source of the same compilation or from class files, whatever
 * the world has.
 */
public final class Summaries {
  private final Contracts contracts;
  private final Answers.Factory answers;
  private final World world;
  private final Settings settings;
  private final Calls calls;
  private final Descent descent;
  private final Map<MethodRef, Summary> summaries = new HashMap<>();
  private final Map<String, Question<Boolean>> closes = new HashMap<>();
  private final Map<MethodRef, List<MethodRef>> called = new HashMap<>();
  private final Map<MethodRef, Question<Boolean>> returns = new HashMap<>();
  private final Map<MethodRef, Scope> scopes = new HashMap<>();

  public Summaries(Contracts contracts, Settings settings, Answers.Factory answers) {
    this(contracts, settings, answers, true);
  }

  private Summaries(
      Contracts contracts, Settings settings, Answers.Factory answers, boolean closing) {
    this.contracts = contracts;
    this.answers = answers;
    this.world = contracts.world();
    this.settings = settings;
    this.calls = new Calls(contracts, this, closing);
    this.descent = new Descent(settings.calleeDepth());
  }

  public Calls calls() {
    return calls;
  }

  /**
   * What calls mean for a pooled object that stays borrowed when it is closed: a string writer, of
   * which the pool of its owner hears nothing.
   */
  Calls withoutClosing() {
    return new Summaries(contracts, settings, answers, false).calls();
  }

  public Settings settings() {
    return settings;
  }

  /**
   * Summary of a declared, concrete method or of a lambda, whose entry registers begin with what it
   * captures.
   */
  Summary of(MethodRef method) {
    Summary known = summaries.get(method);
    if (known == null) {
      known = new Summary(this, method);
      summaries.put(method, known);
    }
    return known;
  }

  <T> T ask(Question<T> question) {
    return descent.ask(question);
  }

  Answers answers(Scope scope) {
    return answers.over(scope, calls, settings.states());
  }

  /** The lowered body of a method with its flow, or null; memoised. */
  public Scope scope(MethodRef method) {
    Scope known = scopes.get(method);
    if (known != null || scopes.containsKey(method)) {
      return known;
    }
    boolean generous = isSource(method) || contracts.isDutyType(method.result());
    Body body = world.body(method, generous ? settings.builderOps() : settings.calleeOps());
    Scope scope = body == null ? null : new Scope(body);
    scopes.put(method, scope);
    return scope;
  }

  /** What the body of a method calls, without lowering it where the world can; memoised. */
  public List<MethodRef> called(MethodRef method) {
    List<MethodRef> known = called.get(method);
    if (known == null) {
      known = world.called(method, settings.builderOps());
      called.put(method, known);
    }
    return known;
  }

  boolean isSource(MethodRef method) {
    return world.isSource(method.owner());
  }

  /** Whether a method in view ever ends normally. */
  boolean returns(MethodView method) {
    Question<Boolean> known = returns.get(method.method());
    if (known == null) {
      known = new Returning(this, method);
      returns.put(method.method(), known);
    }
    return ask(known);
  }

  /** Whether closing an object of this class releases what one of its fields holds. */
  public boolean closes(String owner, String field) {
    if (field == null) {
      return false;
    }
    String key = owner + "." + field;
    Question<Boolean> known = closes.get(key);
    if (known == null) {
      known = new Closes(contracts, this, owner, field);
      closes.put(key, known);
    }
    return ask(known);
  }
}

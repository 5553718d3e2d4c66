package dev.holdfast.analysis.waiting;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.analysis.limits.Entries;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.rulebook.Level;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Calls that wait for another thread without a limit, and what waits with them. A lambda is judged
 * with the body around it.
 */
public final class Waiting {
  private static final Set<String> MAIN = Set.of("([Ljava/lang/String;)V", "()V");

  private final Scope scope;
  private final Calls calls;
  private final ThreadWords words;

  public Waiting(Scope scope, Calls calls) {
    this.scope = scope;
    this.calls = calls;
    this.words = new ThreadWords(calls.contracts());
  }

  static boolean isLambda(Body body) {
    return body.method().name().startsWith("lambda$");
  }

  /** Findings of this mechanism in the body and its lambdas, in the order of the ops. */
  public List<Finding> findings() {
    MethodRef method = scope.body().method();
    if (isLambda(scope.body()) || isMain(method) || words.waits(method)) {
      return List.of();
    }
    Pressing pressing = new Pressing(calls, words);
    Settled settled = new Settled(calls, words);
    List<Finding> findings = new ArrayList<>();
    Set<Site> done = new HashSet<>();
    for (Frame frame : pressing.frames(scope)) {
      for (Wait wait : Wait.in(frame, words)) {
        if (done.add(wait.op().site())
            && !isPartOfItsKind(wait)
            && !settled.isSettled(wait)
            && !isStepOfMain(method)) {
          Pressing.Reason reason = pressing.of(wait);
          if (!isMainLoop(wait, reason)) {
            findings.add(finding(wait, reason));
          }
        }
      }
    }
    return findings;
  }

  private static boolean isMain(MethodRef method) {
    return method.name().equals("main") && MAIN.contains(method.descriptor());
  }

  private boolean isStepOfMain(MethodRef method) {
    int nested = method.owner().indexOf('$');
    String outer = nested < 0 ? method.owner() : method.owner().substring(0, nested);
    return (hasMain(method.owner()) || nested > 0 && hasMain(outer))
        && Entries.all(method, calls, Waiting::isMain);
  }

  private boolean hasMain(String type) {
    ClassView view = calls.contracts().world().find(type);
    return view != null && !view.methods("main").isEmpty();
  }

  /** A task that joins the tasks it split itself into, a future made of another. */
  private boolean isPartOfItsKind(Wait wait) {
    MethodView declared = calls.hierarchy().resolve(wait.method());
    String type = declared == null ? wait.method().owner() : declared.method().owner();
    return !type.equals("java.lang.Object")
        && calls.hierarchy().isSubtype(scope.body().method().owner(), type);
  }

  private static boolean isMainLoop(Wait wait, Pressing.Reason reason) {
    boolean consumer = reason == null || reason.kind() == Pressing.Kind.TASK;
    return consumer && MainLoop.holds(wait);
  }

  private Finding finding(Wait wait, Pressing.Reason reason) {
    String advice = words.advice(wait.method());
    Site site = wait.op().site();
    List<Finding.Step> steps = new ArrayList<>();
    if (reason != null && reason.op() >= 0) {
      boolean caller = reason.frame().outermost().scope() != wait.frame().outermost().scope();
      Site brought = reason.frame().values().op(reason.op()).site();
      steps.add(
          new Finding.Step(
              brought,
              caller
                  ? ShortNames.call(reason.frame().outermost().method()) + " comes here"
                  : reason.text()));
    }
    steps.add(new Finding.Step(site, "waits here without a limit"));
    String where = reason == null ? "" : " " + reason.text();
    return new Finding(
        Rule.UNBOUNDED_WAIT,
        reason == null || reason.kind() == Pressing.Kind.TASK ? Level.SUGGESTION : Level.WARNING,
        // whoever made the client or the request may have set its limits
        reason == null || reason.kind() != Pressing.Kind.NETWORK,
        scope.body().method(),
        site,
        ShortNames.call(wait.method()) + " can wait for ever" + where,
        advice.isEmpty() ? "wait for a limited time, and say what happens when it is over" : advice,
        steps);
  }
}

package dev.holdfast.analysis.waiting;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.analysis.limits.GivenLimit;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Waits for another thread, without a limit, in a method that is told how long it may take. */
public final class IgnoredWait {
  private final Scope scope;
  private final Calls calls;
  private final ThreadWords words;

  public IgnoredWait(Scope scope, Calls calls) {
    this.scope = scope;
    this.calls = calls;
    this.words = new ThreadWords(calls.contracts());
  }

  /** These findings about waits, and instead of them those that break this rule. */
  public List<Finding> before(List<Finding> waits) {
    List<Finding> own = findings();
    Set<Site> sites = new HashSet<>();
    own.forEach(finding -> sites.add(finding.site()));
    for (Finding wait : waits) {
      if (!sites.contains(wait.site())) {
        own.add(wait);
      }
    }
    return own;
  }

  /** In the body itself: its lambdas may run when nobody waits for them. */
  private List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    Frame frame = null;
    int given = -1;
    for (Op op : scope.values().ops()) {
      if (op instanceof Op.Call call && words.waits(call.method())) {
        given = GivenLimit.unread(scope, calls.contracts());
        frame = given < 0 ? null : Frame.of(scope);
        break;
      }
    }
    Settled settled = new Settled(calls, words);
    Set<Site> done = new HashSet<>();
    for (Wait wait : frame == null ? List.<Wait>of() : Wait.in(frame, words)) {
      if (wait.op() instanceof Op.Call
          && hasBoundedSibling(wait.method().owner())
          && (!isOwn(wait) || waitsItself(wait))
          && !settled.isSettled(wait)
          && !MainLoop.holds(wait)
          && done.add(wait.op().site())) {
        findings.add(finding(wait, given));
      }
    }
    return findings;
  }

  /** Whether there is a way to wait for less than for ever. */
  private boolean hasBoundedSibling(String type) {
    List<String> lineage = new ArrayList<>(calls.hierarchy().ancestors(type));
    lineage.add(type);
    for (String one : lineage) {
      ClassView view = calls.contracts().world().find(one);
      for (MethodView method : view == null ? List.<MethodView>of() : view.methods()) {
        if (words.isBounded(method.method())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a call is one on the object itself. */
  private boolean isOwn(Wait wait) {
    return !scope.body().isStatic()
        && wait.awaited().stream().anyMatch(origin -> "this".equals(origin.name()));
  }

  /** Whether a method of the object itself, which others of its kind wait in, does wait. */
  private boolean waitsItself(Wait wait) {
    MethodView declared = calls.hierarchy().resolve(wait.method());
    Scope body =
        declared == null || declared.isAbstract()
            ? null
            : calls.summaries().scope(declared.method());
    return body != null
        && body.values().ops().stream()
            .anyMatch(op -> op instanceof Op.Call call && words.waits(call.method()));
  }

  private Finding finding(Wait wait, int given) {
    String name = scope.body().name(given);
    String advice = words.advice(wait.method());
    return new Finding(
        Rule.DROPPED_DEADLINE,
        Rule.DROPPED_DEADLINE.level(),
        true,
        scope.body().method(),
        wait.op().site(),
        (name == null ? "the limit that this method is given" : name)
            + " is not looked at, and "
            + ShortNames.call(wait.method())
            + " can wait for ever",
        advice.isEmpty() ? "pass it on" : "pass it on: " + advice,
        List.of(new Finding.Step(wait.op().site(), "waits here without it")));
  }
}

package dev.holdfast.analysis.structure;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The shape of a method that calls itself, and the two of them that nothing ends. */
// XXX: methods that call each other in turn are not looked at
public final class Recursion {
  private final Scope scope;
  private final Values values;
  private final Retry retry;
  private final Descending descending;

  public Recursion(Scope scope, Calls calls) {
    this.scope = scope;
    this.values = scope.values();
    this.retry = new Retry(scope, calls);
    this.descending = new Descending(scope, calls);
  }

  /** Whether a method of these parameters reads input, and may do so level by level. */
  public static boolean readsInput(MethodRef method, Calls calls) {
    return Descending.readsInput(method, calls);
  }

  /** Findings of this mechanism in the body, in the order of the ops. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    Set<Site> done = new HashSet<>();
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call call
          && isSelf(call, i)
          && values.isReachable(values.blockOf(i))) {
        Finding finding = judge(call, i);
        if (finding != null && done.add(call.site())) {
          findings.add(finding);
        }
      }
    }
    return findings;
  }

  private boolean isSelf(Op.Call call, int index) {
    Body body = scope.body();
    return call.method().equals(body.method())
        && !call.method().isConstructor()
        && (body.isStatic() || isUnchanged(values, index, call.receiver(), 0));
  }

  private Finding judge(Op.Call call, int index) {
    Op.Caught caught = retry.after(call, index);
    if (caught != null) {
      String type = ShortNames.type(caught.type());
      return finding(
          call,
          retry.isDefinite(caught, index),
          " calls itself with the same arguments after catching "
              + type
              + ", and nothing counts, waits or gives up: while the failure lasts, so does the"
              + " recursion",
          "retry in a loop with a count or a deadline, wait in between, and throw the last failure",
          List.of(
              new Finding.Step(caught.site(), type + " is swallowed here"),
              new Finding.Step(call.site(), "tried again here")));
    }
    if (!descending.goesDown(call, index)) {
      return null;
    }
    return finding(
        call,
        descending.isDefinite(call),
        " calls itself for every level of what it reads, and nothing limits how deep that is",
        "pass the depth along, and refuse what is nested deeper than a limit",
        List.of(new Finding.Step(call.site(), "one level down here")));
  }

  private Finding finding(
      Op.Call call, boolean definite, String message, String remedy, List<Finding.Step> steps) {
    MethodRef method = scope.body().method();
    return new Finding(
        Rule.UNBOUNDED_RECURSION,
        Rule.UNBOUNDED_RECURSION.level(),
        definite,
        method,
        call.site(),
        ShortNames.call(method) + message,
        remedy,
        steps);
  }

  /** Whether a register holds what came in by an entry register, and nothing else. */
  static boolean isUnchanged(Values values, int index, int register, int entry) {
    int[] origins = values.origins(index, register);
    return origins.length == 1 && origins[0] == Values.parameter(entry);
  }
}

package dev.holdfast.analysis.sharing;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.Settings;
import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.analysis.lifecycle.Lifecycle;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.waiting.Frame;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Objects that are made again and again where one could serve everybody. A lambda is judged with
 * the body around it.
 */
public final class Sharing {
  private static final Set<Rule> UNCLOSED =
      EnumSet.of(Rule.UNCLOSED_HTTP_CLIENT, Rule.UNCLOSED_RESOURCE);

  private final Scope scope;
  private final Calls calls;
  private final Settings settings;

  public Sharing(Scope scope, Calls calls, Settings settings) {
    this.scope = scope;
    this.calls = calls;
    this.settings = settings;
  }

  /**
   * Whether a call of a method makes something that is to be shared, and somebody wants to know.
   */
  public static boolean opens(MethodRef method, Calls calls, Settings settings) {
    SharedWords words = new SharedWords(calls);
    if (settings.isHeard(Rule.SHARED_OBJECT_PER_CALL)) {
      return words.makes(method) || words.mayHelp(method);
    }
    return words.makes(method) && words.makesClient(method);
  }

  /**
   * The findings of the lifecycle, and those of this mechanism: what is not closed and is made for
   * each call has one defect, not two.
   */
  public List<Finding> with(List<Finding> unclosed) {
    if (scope.body().method().name().startsWith("lambda$")) {
      return unclosed;
    }
    List<Finding> all = new ArrayList<>(unclosed);
    Demand demand = null;
    Set<Site> done = new HashSet<>();
    for (Frame frame : Frame.all(scope, calls)) {
      for (Made made : Made.in(frame, calls)) {
        demand = demand == null ? new Demand(calls) : demand;
        Finding finding =
            settings.isHeard(
                    made.client() ? Rule.HTTP_CLIENT_PER_REQUEST : Rule.SHARED_OBJECT_PER_CALL)
                ? judge(made, demand)
                : null;
        if (finding != null && done.add(finding.site())) {
          add(finding, made, all);
        }
      }
    }
    return all;
  }

  private void add(Finding finding, Made made, List<Finding> all) {
    if (made.frame().isLambda()) {
      List<Finding> ofLambda =
          new Lifecycle(made.frame().scope(), calls, settings.states()).findings();
      if (unclosed(finding.site(), ofLambda) < 0) {
        all.add(finding);
      }
      return;
    }
    int at = unclosed(finding.site(), all);
    if (at < 0) {
      all.add(finding);
    } else {
      all.set(at, all.get(at).advised("make it once"));
    }
  }

  /** The finding that says that what is made at a site is not closed, or -1. */
  private static int unclosed(Site site, List<Finding> findings) {
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      if (finding.definite() && UNCLOSED.contains(finding.rule()) && finding.site().equals(site)) {
        return i;
      }
    }
    return -1;
  }

  private Finding judge(Made made, Demand demand) {
    if (!Staying.holds(made, calls)) {
      return null;
    }
    Demand.Answer answer = demand.of(made);
    boolean varies = Varying.isMadeOf(made);
    boolean shared = made.client() ? answer != null : !varies && !demand.isKept(made);
    if (!shared || demand.isOnce(made)) {
      return null;
    }
    Rule rule = made.client() ? Rule.HTTP_CLIENT_PER_REQUEST : Rule.SHARED_OBJECT_PER_CALL;
    String each = answer == null ? demand.eachCall(made) : answer.each();
    Op op = made.op();
    List<Finding.Step> steps = new ArrayList<>();
    steps.add(new Finding.Step(op.site(), "made here " + each));
    if (answer != null && answer.op() >= 0) {
      steps.add(
          new Finding.Step(
              made.frame().values().op(answer.op()).site(), "serves what one call brings"));
    }
    String advice =
        new SharedWords(calls).isShared(made.type())
            ? calls.contracts().ofType(made.type()).advice()
            : "";
    return new Finding(
        rule,
        rule.level(),
        !varies,
        scope.body().method(),
        op.site(),
        telling(op, ShortNames.type(made.type())) + " " + each + ", where one would serve them all",
        advice.isEmpty() ? "make one, keep it in a field, and share it" : advice,
        steps);
  }

  private static String telling(Op op, String type) {
    return op instanceof Op.New
        ? "another " + type + " is made"
        : ShortNames.call(op.called()) + " makes another " + type;
  }
}

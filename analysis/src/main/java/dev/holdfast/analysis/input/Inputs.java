package dev.holdfast.analysis.input;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.Settings;
import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The input mechanism: what somebody else decides the length of ({@code @Unbounded(REQUEST)}), read
 * to its end without a limit.
 */
public final class Inputs {
  private final Scope scope;
  private final Values values;
  private final Calls calls;
  private final Reads reads;

  public Inputs(Scope scope, Calls calls) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
    this.reads = new Reads(scope, calls, 0);
  }

  /** Whether what has this fact about its result is judged where it is read. */
  public static boolean judges(Fact result, Settings settings) {
    boolean isResult = result.slot().equals(Slot.RESULT);
    Load load = isResult && result.word() == Word.UNBOUNDED ? Load.of(result) : null;
    return load != null && settings.isHeard(load.rule());
  }

  /** Findings of this mechanism in the body, in the order of the ops. */
  public List<Finding> findings() {
    if (!isConcerned()) {
      return List.of();
    }
    Checked checked = new Checked(scope, calls);
    List<Finding> findings = new ArrayList<>();
    Map<Site, Set<Load>> done = new HashMap<>();
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (op.called() == null || !values.isReachable(values.blockOf(i))) {
        continue;
      }
      List<Integer> operands = Operands.ofCall(op);
      for (int k = 0; k < operands.size(); k++) {
        judge(op, i, k, operands.get(k), checked, done, findings);
      }
    }
    return findings;
  }

  /** A cheap look: does anything here make what has no limit? */
  private boolean isConcerned() {
    for (Op op : values.ops()) {
      Load load = op.called() == null ? null : Load.of(calls.contracts().of(op.called()));
      if (isHeard(load)) {
        return true;
      }
    }
    return false;
  }

  private boolean isHeard(Load load) {
    return load != null && calls.summaries().settings().isHeard(load.rule());
  }

  private void judge(
      Op op,
      int index,
      int operand,
      int register,
      Checked checked,
      Map<Site, Set<Load>> done,
      List<Finding> findings) {
    Map<Integer, Load> sources = reads.origins().of(index, register);
    if (!isJudged(sources)) {
      return;
    }
    Use use = reads.use(op, index, operand);
    for (Map.Entry<Integer, Load> source : sources.entrySet()) {
      Load load = source.getValue();
      if (isHeard(load)
          && (use == Use.WHOLE || use == Use.COPY && load == Load.ARCHIVE)
          && !checked.isLimited(load)
          && first(done, op, load)) {
        findings.add(finding(load, op, source.getKey(), isDefinite(load, index, source)));
      }
    }
  }

  private boolean isJudged(Map<Integer, Load> sources) {
    for (Load load : sources.values()) {
      if (isHeard(load)) {
        return true;
      }
    }
    return false;
  }

  private static boolean first(Map<Site, Set<Load>> done, Op op, Load load) {
    return done.computeIfAbsent(op.site(), site -> EnumSet.noneOf(Load.class)).add(load);
  }

  /**
   * Whether what is read is sure to come from somebody else. One entry or stream that is unpacked
   * may be the program's own; whoever unpacks entry after entry does not know what they are.
   */
  private boolean isDefinite(Load load, int index, Map.Entry<Integer, Load> source) {
    if (load != Load.ARCHIVE) {
      return true;
    }
    Map<Integer, Load> behind = reads.origins().behind(source.getKey());
    if (behind.containsValue(Load.REQUEST) || behind.containsValue(Load.RESPONSE)) {
      return true;
    }
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call call
          && call.receiver() >= 0
          && Load.of(calls.contracts().of(call.method())) == Load.ARCHIVE
          && reads.loops().sameLoop(i, index)) {
        return true;
      }
    }
    return false;
  }

  private Finding finding(Load load, Op op, int origin, boolean definite) {
    String called = ShortNames.call(op.called());
    List<Finding.Step> steps = new ArrayList<>();
    if (!Values.isParameter(origin)) {
      Op source = values.op(origin);
      String how =
          source.called() == null ? "is read" : "comes from " + ShortNames.call(source.called());
      steps.add(new Finding.Step(source.site(), load.named() + " " + how));
    }
    steps.add(new Finding.Step(op.site(), "read to its end here"));
    return new Finding(
        load.rule(),
        load.rule().level(),
        definite,
        scope.body().method(),
        op.site(),
        called + load.complaint(),
        load.remedy(),
        steps);
  }
}

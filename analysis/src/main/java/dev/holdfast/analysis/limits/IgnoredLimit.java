package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import dev.holdfast.rulebook.Family;
import dev.holdfast.rulebook.Rule;
import java.util.List;
import java.util.Objects;

/** A method that is told how long it may take, and makes something without a limit. */
final class IgnoredLimit {
  private static final List<Subject> WAITING =
      List.of(Subject.HTTP, Subject.SOCKET, Subject.DATABASE, Subject.RPC, Subject.POOL);

  private final Scope scope;
  private final Calls calls;
  private final LimitFlow flow;
  private Integer given;

  IgnoredLimit(Scope scope, Calls calls, LimitFlow flow) {
    this.scope = scope;
    this.calls = calls;
    this.flow = flow;
  }

  /** The register of the limit that nobody looks at, or -1: asked for where something is made. */
  private int given() {
    if (given == null) {
      given = GivenLimit.unread(scope, calls.contracts());
    }
    return given;
  }

  /**
   * Adds the first of these to the findings of a body. Where nothing sets a limit that is needed,
   * that is the finding.
   */
  static void add(List<Finding> ignored, List<Finding> findings) {
    ignored.removeIf(Objects::isNull);
    if (!ignored.isEmpty()
        && findings.stream()
            .noneMatch(one -> one.isShownByDefault() && one.rule().family() == Family.TIMEOUT)) {
      Finding first = ignored.get(0);
      findings.removeIf(
          one -> one.site().equals(first.site()) && one.rule().family() == Family.TIMEOUT);
      findings.add(first);
    }
  }

  /** The finding about one call that makes something, or null. */
  Finding made(Op op, int index, Contract contract) {
    MethodRef method = op.called();
    Fact waits = contract.fact(Word.WAITS, Slot.RESULT);
    if (waits == null) {
      waits = contract.fact(Word.WAITS, Slot.TYPE);
    }
    boolean makes = method.isConstructor() || method.result().indexOf('.') > 0;
    if (waits == null
        || !makes
        || LimitWords.isUse(contract, method)
        || !isWaiting(waits)
        || !hasLimit(waits)
        || given() < 0) {
      return null;
    }
    Bounded bounded = flow.ofOrigin(index);
    return bounded.isFromOutside() || bounded.isDoubted() || bounded.isSet()
        ? null
        : finding(
            op, "what " + ShortNames.call(method) + " makes does not get it", contract.advice());
  }

  private static boolean hasLimit(Fact waits) {
    for (Limit limit : DroppedConfig.WAITS) {
      if (waits.argument(limit.element(), null) != null) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWaiting(Fact waits) {
    for (Subject subject : WAITING) {
      if (subject.speaksOf(waits)) {
        return true;
      }
    }
    return false;
  }

  private Finding finding(Op op, String consequence, String advice) {
    String name = scope.body().name(given());
    return new Finding(
        Rule.DROPPED_DEADLINE,
        Rule.DROPPED_DEADLINE.level(),
        true,
        scope.body().method(),
        op.site(),
        (name == null ? "the limit that this method is given" : name)
            + " is not looked at, and "
            + consequence,
        advice.isEmpty() ? "pass it on" : "pass it on: " + advice,
        List.of(new Finding.Step(op.site(), "goes on here without it")));
  }
}

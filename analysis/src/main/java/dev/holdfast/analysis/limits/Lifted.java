package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Places;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import dev.holdfast.catalog.Word;
import dev.holdfast.rulebook.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Calls that take a limit away: {@code setReadTimeout(0)} where that means for ever. */
final class Lifted {
  private static final Set<Limit> WAITS =
      EnumSet.of(Limit.CONNECT, Limit.READ, Limit.WRITE, Limit.CALL, Limit.BORROW, Limit.QUERY);

  private static final Set<Limit> INPUT = EnumSet.of(Limit.DEPTH, Limit.LENGTH);

  private final Scope scope;
  private final Values values;
  private final Calls calls;
  private final LimitFlow flow;
  private final Lifting lifting;

  Lifted(Scope scope, Calls calls, LimitWords words, LimitFlow flow) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
    this.flow = flow;
    this.lifting = new Lifting(new Amounts(calls, words));
  }

  /** Whether calls of what has this fact may take away a limit that some rule guards. */
  static boolean mayLift(Fact fact) {
    return fact.word() == Word.BOUNDS
        && fact.slot().isParameter()
        && LimitWords.bounds(fact).stream().anyMatch(limit -> rule(limit) != null);
  }

  /** The finding about one call, or null. */
  Finding finding(Op op, int index, Contract contract) {
    for (Fact fact : contract.facts()) {
      if (!mayLift(fact) || fact.slot().index() >= LimitFlow.arguments(op).size()) {
        continue;
      }
      for (Limit limit : LimitWords.bounds(fact)) {
        Rule rule = rule(limit);
        if (rule == Rule.JSON_LIMITS_DISABLED && wraps(contract)) {
          continue;
        }
        Lifting.Answer answer =
            rule == null
                ? Lifting.Answer.NEVER
                : lifting.of(
                    fact, limit, values, index, LimitFlow.arguments(op), fact.slot().index());
        if (answer != Lifting.Answer.NEVER) {
          Finding finding = judge(rule, limit, op, index, answer);
          if (finding != null) {
            return finding;
          }
        }
      }
    }
    return null;
  }

  /** The finding about a call that itself waits, as long as its argument says; or null. */
  Finding asked(Subject subject, Op op, int index, Contract contract) {
    for (Fact fact : contract.facts()) {
      boolean bounds = fact.word() == Word.BOUNDS && fact.slot().isParameter();
      if (!bounds || !LimitWords.bounds(fact).contains(Limit.WAIT)) {
        continue;
      }
      Lifting.Answer answer =
          lifting.of(fact, Limit.WAIT, values, index, LimitFlow.arguments(op), fact.slot().index());
      if (answer != Lifting.Answer.NEVER) {
        return new Finding(
            subject.rule(),
            subject.rule().level(),
            answer == Lifting.Answer.ALWAYS,
            scope.body().method(),
            op.site(),
            "with this value "
                + ShortNames.call(op.called())
                + " "
                + subject.complaint(EnumSet.of(Limit.QUERY)),
            contract.advice().isEmpty() ? "give it a finite time" : contract.advice(),
            List.of(new Finding.Step(op.site(), "asked here without a limit")));
      }
    }
    return null;
  }

  private Finding judge(Rule rule, Limit limit, Op op, int index, Lifting.Answer answer) {
    Integer object = carrier(op, index);
    Bounded elsewhere = new Bounded();
    if (object != null) {
      boolean overloads = op.called().name().equals(scope.body().method().name());
      if (overloads && object == Values.parameter(0)) {
        return null;
      }
      if (WAITS.contains(limit) && limit != Limit.CALL && isCallBounded(object)) {
        return null;
      }
      elsewhere = flow.setOn(object);
    }
    // set again: which of the two is in force depends on the path
    boolean definite =
        answer == Lifting.Answer.ALWAYS && !elsewhere.holds(limit) && !isGivenBack(op, object);
    String advice = calls.contracts().of(op.called()).advice();
    return new Finding(
        rule,
        rule.level(),
        definite,
        scope.body().method(),
        op.site(),
        "this value given to " + ShortNames.call(op.called()) + " means " + consequence(limit),
        remedy(rule, limit, advice),
        List.of(new Finding.Step(op.site(), "limit taken away here")));
  }

  /**
   * Whether an object from outside, which is no builder, may only be given the limit again that it
   * began with: a socket after its handshake, a statement that goes back to its pool.
   */
  private boolean isGivenBack(Op op, Integer object) {
    return op.called().result().equals("void")
        && op instanceof Op.Call call
        && call.receiver() >= 0
        && (object == null || Places.isOutside(values, object));
  }

  private boolean isCallBounded(int object) {
    return flow.ofOrigin(object).holds(Limit.CALL);
  }

  /** The object whose limit it is: the receiver, or what is made; null for one of several. */
  private Integer carrier(Op op, int index) {
    return op instanceof Op.Call call && call.receiver() >= 0
        ? flow.maker(index, call.receiver())
        : Integer.valueOf(index);
  }

  private static boolean wraps(Contract contract) {
    for (Fact fact : contract.facts()) {
      if (fact.word() == Word.ALIASES && fact.slot().isParameter()) {
        return true;
      }
    }
    return false;
  }

  private static Rule rule(Limit limit) {
    if (WAITS.contains(limit)) {
      return Rule.TIMEOUT_DISABLED;
    }
    return INPUT.contains(limit) ? Rule.JSON_LIMITS_DISABLED : null;
  }

  private static String consequence(Limit limit) {
    return switch (limit) {
      case CONNECT -> "that connecting can take for ever";
      case READ -> "that a read can wait for ever";
      case WRITE -> "that a write can wait for ever";
      case BORROW -> "that getting something out of the pool can take for ever";
      case QUERY -> "that a statement can run for ever";
      case DEPTH -> "that input may be nested, or refer back, without a limit";
      case LENGTH -> "that input may be of any length";
      default -> "that a call can take for ever";
    };
  }

  private static String remedy(Rule rule, Limit limit, String advice) {
    if (rule == Rule.JSON_LIMITS_DISABLED) {
      return "set the largest figure that your data needs, or leave the library's default";
    }
    String finite = "give it a finite " + (limit == Limit.BORROW ? "wait" : "time");
    return advice.isEmpty() ? finite : finite + ": " + advice;
  }
}

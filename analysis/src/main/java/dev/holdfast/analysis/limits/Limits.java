package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.Settings;
import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.Contracts;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import dev.holdfast.catalog.Slot;
import dev.holdfast.rulebook.Level;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The limits mechanism: what waits ({@code @Waits}) minus what bounds it ({@code @Bounds}), judged
 * where the object that carries the limit is made.
 */
public final class Limits {
  private static final String COLLECTION = "java.util.Collection";
  private static final Subject[] SUBJECTS = Subject.values();

  private final Scope scope;
  private final Values values;
  private final Calls calls;
  private final LimitWords words;
  private final LimitFlow flow;
  private final Lifted lifted;
  private final DroppedCopy copies;
  private final DroppedConfig configs;
  private final IgnoredLimit ignored;

  public Limits(Scope scope, Calls calls) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
    this.words = new LimitWords(calls.contracts());
    this.flow = new LimitFlow(scope, calls, words, 0);
    this.lifted = new Lifted(scope, calls, words, flow);
    this.copies = new DroppedCopy(scope, calls, words);
    this.configs = new DroppedConfig(scope, calls, words, flow);
    this.ignored = new IgnoredLimit(scope, calls, flow);
  }

  /** Whether a call of what has this fact is judged: it makes something, or may lift a limit. */
  public static boolean judges(Fact fact, Contract contract, MethodRef method, Settings settings) {
    return fact.slot().equals(Slot.RESULT)
        ? Subject.isAny(fact, contract, method, settings)
        : Lifted.mayLift(fact) || DroppedCopy.judges(fact) || DroppedConfig.judges(fact, method);
  }

  /** Whether a method of which nobody speaks makes something that waits, by its type. */
  public static boolean judgesMade(MethodRef method, Contracts contracts) {
    return LimitWords.ofMade(method, contracts) != null;
  }

  /** Findings of this mechanism in the body, in the order of the ops. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    List<Finding> unheeded = new ArrayList<>();
    Map<Site, Set<Rule>> done = new HashMap<>();
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      boolean called =
          op instanceof Op.New || op instanceof Op.Call call && !call.method().isConstructor();
      if (!called) {
        continue;
      }
      Contract contract = words.said(op.called());
      if (contract.facts().isEmpty()) {
        continue;
      }
      unheeded.add(ignored.made(op, i, contract));
      List<Finding> here = new ArrayList<>();
      here.add(lifted.finding(op, i, contract));
      boolean told = here.get(0) != null && here.get(0).definite();
      here.add(copies.finding(op, i, contract));
      Finding replaced = configs.finding(op, i, contract);
      told |= replaced != null;
      here.add(replaced);
      for (Subject subject : SUBJECTS) {
        Fact fact = subject.in(contract, op.called());
        // who takes one timeout away at a place is not told there of another that is missing
        boolean judged = fact != null && (!told || subject.isAmount());
        here.add(judged ? judge(subject, op, i, fact) : null);
      }
      for (Finding finding : here) {
        if (finding != null
            && done.computeIfAbsent(op.site(), site -> EnumSet.noneOf(Rule.class))
                .add(finding.rule())) {
          findings.add(finding);
        }
      }
    }
    IgnoredLimit.add(unheeded, findings);
    return findings;
  }

  private Finding judge(Subject subject, Op op, int index, Fact fact) {
    MethodRef method = op.called();
    if (subject == Subject.DATABASE) {
      Contract contract = words.said(method);
      if (LimitWords.isUse(contract, method)) {
        return lifted.asked(subject, op, index, contract);
      }
    }
    boolean quiet = calls.summaries().settings().isQuiet(subject.rule());
    if (quiet && level(subject, fact) == Level.SUGGESTION
        || subject == Subject.QUEUE && calls.hierarchy().isSubtype(method.made(), COLLECTION)) {
      return null;
    }
    boolean makes = !method.result().equals("void") || method.isConstructor();
    return makes ? made(subject, op, index, fact) : replaced(subject, (Op.Call) op, index, fact);
  }

  /**
   * A statement may be meant to take long, unless it is one of a health check; a login never is.
   */
  private Level level(Subject subject, Fact fact) {
    boolean pressing =
        subject != Subject.DATABASE
            || LimitWords.waits(fact, true).contains(Limit.CONNECT)
            || new HealthCheck(calls).has(scope.body().method());
    return pressing ? subject.rule().level() : Level.SUGGESTION;
  }

  private Finding made(Subject subject, Op op, int index, Fact fact) {
    Set<Limit> missing = subject.lacks(fact);
    if (missing.isEmpty()) {
      return null;
    }
    Bounded bounded = flow.ofOrigin(index);
    boolean excused = new Elsewhere(scope, calls, words, flow).mayBound(index, bounded, missing);
    subject.settle(missing, bounded);
    if (missing.isEmpty()
        || bounded.isFromOutside()
        || excused
        || subject == Subject.CACHE && !new Gathering(scope, calls, flow).grows(index)
        || subject == Subject.QUEUE && !new Feeding(scope, calls, flow).isFed(index)
        || new Unused(scope, calls, flow).isOnlyReleased(index)) {
      return null;
    }
    Peers.Answer lacks =
        new Peers(scope, calls, words, flow).lacks(subject, op, index, fact, missing);
    if (lacks == Peers.Answer.NO || missing.isEmpty()) {
      return null;
    }
    String as = fact.argument("as", null);
    boolean definite =
        !bounded.isDoubted()
            && lacks == Peers.Answer.YES
            && !isOfLibraryItself(op.called())
            && (as == null || turnsOutToBe(index, as) || new Address(values).isOfWeb(index))
            && !new Demanded(scope, calls, words, flow).isHandedBack(index);
    return finding(
        subject,
        op,
        level(subject, fact),
        definite,
        "what " + ShortNames.call(op.called()) + " makes " + subject.complaint(missing),
        "made here without " + subject.named(missing),
        missing);
  }

  /** A library that makes what it is known for leaves the limits to whoever uses it. */
  private boolean isOfLibraryItself(MethodRef method) {
    return isFromHere(method.owner()) || isFromHere(method.made());
  }

  private boolean isFromHere(String type) {
    String here = packageOf(scope.body().method().owner());
    String there = packageOf(type);
    return (here.startsWith(there) || there.startsWith(here))
        && calls.contracts().isLimitedInSource(type);
  }

  /** With the dot behind it. */
  private static String packageOf(String type) {
    return type.substring(0, type.lastIndexOf('.') + 1);
  }

  /** A configuration that is put on a request. */
  private Finding replaced(Subject subject, Op.Call call, int index, Fact fact) {
    Replaced replaced = new Replaced(scope, calls, flow);
    Set<Limit> missing = replaced.missing(call, index, LimitWords.waits(fact, true));
    if (missing.isEmpty()) {
      return null;
    }
    return finding(
        subject,
        call,
        subject.rule().level(),
        replaced.isDefinite(call, index, missing),
        "what "
            + ShortNames.call(call.method())
            + " sets takes the place of the client's timeouts, and "
            + subject.complaint(missing),
        "put on here without " + subject.named(missing),
        missing);
  }

  private Finding finding(
      Subject subject,
      Op op,
      Level level,
      boolean definite,
      String message,
      String step,
      Set<Limit> missing) {
    String advice = calls.contracts().of(op.called()).advice();
    return new Finding(
        subject.rule(),
        level,
        definite,
        scope.body().method(),
        op.site(),
        message,
        subject.remedy(missing, advice),
        List.of(new Finding.Step(op.site(), step)),
        Finding.Hint.missing(missing));
  }

  /** Whether the value is cast to a type, tested for it, or used through it. */
  private boolean turnsOutToBe(int origin, String type) {
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (op instanceof Op.Cast cast
          && calls.hierarchy().isSubtype(cast.type(), type)
          && flow.mayBe(i, cast.source(), origin)) {
        return true;
      }
    }
    for (int b = 0; b < scope.body().blocks().size(); b++) {
      Block block = scope.body().blocks().get(b);
      for (Edge edge : block.edges()) {
        if (edge.test() != null
            && edge.test().is() == Edge.Test.Is.INSTANCE
            && calls.hierarchy().isSubtype(edge.test().type(), type)
            && Values.contains(values.originsAtEnd(b, edge.test().register()), origin)) {
          return true;
        }
      }
    }
    return false;
  }
}

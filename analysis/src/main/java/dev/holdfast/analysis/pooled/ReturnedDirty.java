package dev.holdfast.analysis.pooled;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.analysis.pooled.Content.Effect;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Word;
import dev.holdfast.rulebook.Level;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds pooled objects that go back with what this use put into them, or broken. */
public final class ReturnedDirty {
  private final Scope scope;
  private final Values values;
  private final Calls calls;
  private final Content content;

  public ReturnedDirty(Scope scope, Calls calls) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
    this.content = new Content(calls);
  }

  /** Whether a method takes something that is filled again out of a collection. */
  public static boolean takesReusable(Contract contract) {
    return OwnPools.takes(contract);
  }

  /** Whether a method may take what it returns out of a pool of this compilation. */
  public static boolean mayLend(Calls calls, MethodRef method) {
    return new OwnPools(calls).mayLend(method);
  }

  /** Whether objects of a type can be filled and emptied again. */
  public static boolean isReusable(Calls calls, String type) {
    return Content.isReusable(calls, type);
  }

  /** Findings in the body: one for each place where something goes back. */
  public List<Finding> findings() {
    Map<Site, Finding> bySite = new LinkedHashMap<>();
    for (Loan loan : Loan.in(scope, calls)) {
      Finding finding = loan.pool() == Cleaning.Answer.CLEANS ? null : judge(loan);
      if (finding != null) {
        bySite.merge(finding.site(), finding, (one, two) -> isWorse(two, one) ? two : one);
      }
    }
    return new ArrayList<>(bySite.values());
  }

  private static boolean isWorse(Finding one, Finding other) {
    return one.definite() != other.definite()
        ? one.definite()
        : one.level().compareTo(other.level()) < 0;
  }

  private Finding judge(Loan loan) {
    int size = values.ops().size();
    Effect[] effects = new Effect[size];
    boolean empties = false;
    for (int i = 0; i < size; i++) {
      // a stream or writer around it is the object itself; another loan's end is none of it
      effects[i] = i == loan.given() ? Effect.NONE : content.of(scope, i, loan.object());
      empties |= effects[i] == Effect.EMPTIES;
    }
    Flow flow =
        new Flow(
            scope,
            calls,
            i -> effects[i] == Effect.EMPTIES || i == loan.taken() || leaves(loan, i),
            i -> effects[i] == Effect.UNKNOWN);
    Finding worst = null;
    // what a pool out of sight does with what comes back is for its own code to say
    for (int i = 0; i < size && loan.pool() == Cleaning.Answer.LEAVES; i++) {
      if (effects[i] == Effect.FILLS && !isEmptiedBefore(effects, i)) {
        Finding finding = filled(loan, i, flow, empties);
        worst = finding != null && (worst == null || isWorse(finding, worst)) ? finding : worst;
      }
    }
    return worst != null ? worst : broken(loan, flow, effects);
  }

  /** Given back as broken, or at another place. */
  private boolean leaves(Loan loan, int index) {
    if (index == loan.given() || !(values.op(index) instanceof Op.Call call)) {
      return false;
    }
    Contract contract = calls.contracts().of(call.method());
    return contract.says(Word.RETURNS)
        && Operands.ofCall(call).stream()
            .anyMatch(r -> new SameObject(values, calls).is(loan.object(), index, r));
  }

  /** Whoever empties it first takes what he gets for dirty. */
  private boolean isEmptiedBefore(Effect[] effects, int filled) {
    int block = values.blockOf(filled);
    for (int i = 0; i < effects.length; i++) {
      int other = values.blockOf(i);
      if (effects[i] == Effect.EMPTIES
          && (other == block ? i < filled : scope.mayPrecede(other, block))) {
        return true;
      }
    }
    return false;
  }

  private Finding filled(Loan loan, int fill, Flow flow, boolean empties) {
    int block = values.blockOf(fill);
    Flow.Way way = flow.from(block, fill - values.index(block, 0) + 1, loan.given(), false);
    if (way == Flow.Way.NONE) {
      return null;
    }
    boolean exceptional = way == Flow.Way.EXCEPTIONAL;
    Op op = values.op(fill);
    boolean field = op instanceof Op.PutField;
    boolean definite = way != Flow.Way.DOUBTFUL && !field && (exceptional || !empties);
    String what =
        op instanceof Op.PutField put
            ? "what the caller gave still stands in " + put.field().name()
            : "what "
                + (op.called() == null ? "a lambda" : ShortNames.call(op.called()))
                + " put in"
                + line(op.site())
                + " is still there";
    return finding(
        loan,
        exceptional,
        definite,
        (exceptional ? "when an exception is thrown, " : "") + what,
        new Finding.Step(op.site(), "filled here"),
        "clear it before it goes back, in the finally block that gives it back, or let the pool"
            + " clear what comes back");
  }

  private Finding broken(Loan loan, Flow flow, Effect[] effects) {
    for (int i = 0; i < effects.length; i++) {
      if (!(values.op(i) instanceof Op.Call call) || i == loan.given() || leaves(loan, i)) {
        continue;
      }
      int block = values.blockOf(i);
      Block around = scope.body().blocks().get(block);
      if (around.last() != call || !isItsOwn(call, i, loan.object())) {
        continue;
      }
      for (Edge edge : around.edges()) {
        if (edge.kind() == Edge.Kind.RAISE
            && edge.target() >= 0
            && isSwallowed(edge.target())
            && (calls.meaning(call).userCode()
                || edge.declared() && calls.hierarchy().isChecked(edge.type()))
            && flow.from(edge.target(), 0, loan.given(), true) == Flow.Way.NORMAL) {
          return finding(
              loan,
              false,
              false,
              "the "
                  + ShortNames.type(edge.type())
                  + " of "
                  + ShortNames.call(call.method())
                  + line(call.site())
                  + ", which may have left it broken, is swallowed",
              new Finding.Step(call.site(), "throws, and a catch clause goes on"),
              "invalidate it where an exception shows that it may be broken");
        }
      }
    }
    return null;
  }

  /** Whether a call runs code of the object, or hands it to code of the caller's choice. */
  private boolean isItsOwn(Op.Call call, int index, Set<Integer> object) {
    SameObject same = new SameObject(values, calls);
    boolean receiver = call.receiver() >= 0 && same.is(object, index, call.receiver());
    boolean argument = call.arguments().stream().anyMatch(r -> same.is(object, index, r));
    return receiver && !Content.isReusable(calls, call.method().owner())
        || argument && calls.meaning(call).userCode();
  }

  private boolean isSwallowed(int handler) {
    Block block = scope.body().blocks().get(handler);
    return !block.ops().isEmpty()
        && block.ops().get(0) instanceof Op.Caught
        && !scope.rethrows(values.index(handler, 0));
  }

  private static String line(Site site) {
    return site.line() > 0 ? " in line " + site.line() : "";
  }

  private Finding finding(
      Loan loan,
      boolean exceptional,
      boolean definite,
      String why,
      Finding.Step step,
      String remedy) {
    Op taken = values.op(loan.taken());
    Op given = values.op(loan.given());
    Level level = Rule.POOLED_OBJECT_RETURNED_DIRTY.level();
    return new Finding(
        Rule.POOLED_OBJECT_RETURNED_DIRTY,
        exceptional ? level.milder() : level,
        definite,
        scope.body().method(),
        given.site(),
        "The object taken from its pool by "
            + ShortNames.call(taken.called())
            + line(taken.site())
            + " goes back dirty: "
            + why,
        remedy,
        List.of(
            new Finding.Step(taken.site(), "taken here"),
            step,
            new Finding.Step(given.site(), "given back here")));
  }
}

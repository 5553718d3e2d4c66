package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The limits mechanism: what waits ({@code @Waits}) minus what bounds it ({@code @Bounds}), judged
 * where the object that carries the limit is made.
 */
public final class Limits {
  /** Waiting while sending is left to the rules on connections. */
  private static final Set<Limit> ACCUSED = EnumSet.of(Limit.CONNECT, Limit.READ, Limit.BORROW);

  private final Scope scope;
  private final Values values;
  private final Calls calls;
  private final LimitWords words;
  private final LimitFlow flow;

  public Limits(Scope scope, Calls calls) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
    this.words = new LimitWords(calls.contracts());
    this.flow = new LimitFlow(scope, calls, words, 0);
  }

  /** Findings of this mechanism in the body, in the order of the ops. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    Set<Site> done = new HashSet<>();
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      boolean called =
          op instanceof Op.New || op instanceof Op.Call call && !call.method().isConstructor();
      if (!called) {
        continue;
      }
      MethodRef method = op.called();
      Contract contract = calls.contracts().of(method);
      Fact waits = contract.fact(Word.WAITS, Slot.RESULT);
      if (waits == null || !waits.argument("on", "").equals("HTTP") || done.contains(op.site())) {
        continue;
      }
      boolean makes = !method.result().equals("void") || method.isConstructor();
      Finding finding =
          makes ? judge(op, i, method, contract, waits) : replaced((Op.Call) op, i, waits);
      if (finding != null && done.add(op.site())) {
        findings.add(finding);
      }
    }
    return findings;
  }

  private Finding judge(Op op, int index, MethodRef method, Contract contract, Fact waits) {
    Set<Limit> missing = LimitWords.waits(waits, true);
    missing.retainAll(ACCUSED);
    if (missing.isEmpty()) {
      return null;
    }
    Bounded bounded = flow.ofOrigin(index);
    boolean excused = new Elsewhere(scope, calls, words, flow).mayBound(index, bounded, missing);
    missing.removeIf(bounded::covers);
    if (missing.isEmpty()) {
      return null;
    }
    if (bounded.isFromOutside()
        || excused
        || new Unused(scope, calls, flow).isOnlyReleased(index)) {
      return null;
    }
    String as = waits.argument("as", null);
    boolean definite =
        !bounded.isDoubted()
            && (as == null || turnsOutToBe(index, as))
            && !new Demanded(scope, calls, words, flow).isHandedBack(index);
    return finding(
        op,
        definite,
        "what " + ShortNames.call(method) + " makes can wait for ever " + waiting(missing),
        "made here without " + timeouts(missing),
        missing);
  }

  /** A configuration that is put on a request. */
  private Finding replaced(Op.Call call, int index, Fact waits) {
    Replaced replaced = new Replaced(scope, calls, flow);
    Set<Limit> missing = replaced.missing(call, index, LimitWords.waits(waits, true));
    if (missing.isEmpty()) {
      return null;
    }
    return finding(
        call,
        replaced.isDefinite(call, index, missing),
        "what "
            + ShortNames.call(call.method())
            + " sets takes the place of the client's timeouts, and can wait for ever "
            + waiting(missing),
        "put on here without " + timeouts(missing),
        missing);
  }

  private Finding finding(
      Op op, boolean definite, String message, String step, Set<Limit> missing) {
    String advice = calls.contracts().of(op.called()).advice();
    String remedy =
        advice.isEmpty() ? "set its " + timeouts(missing) + " where it is made" : advice;
    return new Finding(
        Rule.MISSING_HTTP_TIMEOUT,
        Rule.MISSING_HTTP_TIMEOUT.level(),
        definite,
        scope.body().method(),
        op.site(),
        message,
        remedy,
        List.of(new Finding.Step(op.site(), step)));
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
            && calls.hierarchy().isSubtype(edge.test().type(), type)) {
          for (int found : values.originsAtEnd(b, edge.test().register())) {
            if (found == origin) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private static String waiting(Set<Limit> limits) {
    List<String> waits = new ArrayList<>();
    for (Limit limit : limits) {
      waits.add(
          switch (limit) {
            case CONNECT -> "to connect";
            case READ -> "for the response";
            case BORROW -> "for a connection of its pool";
            default -> "to " + limit.element();
          });
    }
    return listed(waits);
  }

  private static String timeouts(Set<Limit> limits) {
    List<String> names = new ArrayList<>();
    for (Limit limit : limits) {
      names.add((limit == Limit.READ ? "response" : limit.element()) + " timeout");
    }
    return listed(names);
  }

  private static String listed(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}

package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.flow.Places;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.EnumSet;
import java.util.Set;

/** A configuration that takes the place of the one its client has, with all limits of that one. */
final class Replaced {
  private final Scope scope;
  private final Values values;
  private final Calls calls;
  private final LimitFlow flow;

  Replaced(Scope scope, Calls calls, LimitFlow flow) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
    this.flow = flow;
  }

  /** Which of these limits are lost, none where that is judged or settled elsewhere. */
  Set<Limit> missing(Op.Call call, int index, Set<Limit> wanted) {
    Bounded bounded = flow.ofOrigin(index);
    Set<Limit> missing = EnumSet.noneOf(Limit.class);
    missing.addAll(wanted);
    missing.removeIf(bounded::covers);
    if (bounded.isFromOutside() || isSentThroughOneInView(call, index, missing)) {
      missing.clear();
    }
    return missing;
  }

  /**
   * Whether the configuration is plainly half done: some limits are set on it, and the class does
   * not set the rest by any other kind of configuration, which would hold as well.
   */
  boolean isDefinite(Op.Call call, int index, Set<Limit> missing) {
    Bounded bounded = flow.ofOrigin(index);
    return !bounded.limits().isEmpty()
        && !bounded.isDoubted()
        && !isSetByAnother(call.method().parameters().get(0), missing);
  }

  /**
   * Whether the client that gets the request is the one to be judged: it is made here, or it is
   * known from its field not to have these limits itself.
   */
  private boolean isSentThroughOneInView(Op.Call configures, int at, Set<Limit> missing) {
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call sends
          && sends.receiver() >= 0
          && sends != configures
          && takes(sends, i, values.origins(at, configures.receiver()))) {
        Bounded client = flow.of(i, sends.receiver());
        if (!client.isFromOutside()
            && (!isKept(i, sends.receiver()) || !missing.stream().allMatch(client::covers))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isKept(int index, int register) {
    for (int origin : values.origins(index, register)) {
      if (Places.isOutside(values, origin)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a call sends one of these requests. */
  boolean takes(Op.Call sends, int index, int[] requests) {
    Contract contract = calls.contracts().of(sends.method());
    for (int a = 0; a < sends.arguments().size(); a++) {
      Fact bounds = contract.fact(Word.BOUNDS, Slot.parameter(a));
      if (bounds == null || !LimitWords.bounds(bounds).contains(Limit.CARRIED)) {
        continue;
      }
      for (int request : requests) {
        if (flow.mayBe(index, sends.arguments().get(a), request)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isSetByAnother(String configuration, Set<Limit> missing) {
    ClassView view = calls.contracts().world().find(scope.body().method().owner());
    if (view == null) {
      return true;
    }
    for (MethodView method : view.methods()) {
      Scope other = method.isAbstract() ? null : calls.summaries().scope(method.method());
      if (other != null
          && other.values().ops().stream().anyMatch(op -> sets(op, configuration, missing))) {
        return true;
      }
    }
    return false;
  }

  private boolean sets(Op op, String configuration, Set<Limit> missing) {
    if (!(op instanceof Op.Call call)
        || call.method().owner().equals(configuration)
        || call.method().owner().startsWith(configuration + "$")) {
      return false;
    }
    return calls.contracts().of(call.method()).facts().stream()
        .anyMatch(
            fact ->
                fact.word() == Word.BOUNDS
                    && LimitWords.bounds(fact).stream().anyMatch(missing::contains));
  }
}

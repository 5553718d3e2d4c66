package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.protocol.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The escape mechanism: a borrowed object that can be reached from outside although it is given
 * back, or that is kept where nobody gives it back.
 */
final class Escapes {
  private final Scope scope;
  private final Calls calls;
  private final Telling telling;
  private final Awaited awaited;

  Escapes(Scope scope, Calls calls, Telling telling) {
    this.scope = scope;
    this.calls = calls;
    this.telling = telling;
    this.awaited = new Awaited(scope, calls);
  }

  List<Finding> findings(List<End> ends) {
    Map<Site, Finding> bySite = new LinkedHashMap<>();
    for (End end : ends) {
      for (Mark mark : end.fact().marks()) {
        Finding finding = judge(end, mark);
        if (finding != null) {
          bySite.merge(
              finding.site(), finding, (one, two) -> Lifecycle.isWorse(two, one) ? two : one);
        }
      }
    }
    return new ArrayList<>(bySite.values());
  }

  private Finding judge(End end, Mark mark) {
    if (end.fact().state() == State.DONE) {
      return isHidden(end, mark)
          ? null
          : telling.escape(end, mark, !(mark.isThread() && awaited.mayBeAwaited(mark.op())), true);
    }
    if (end.kind() == End.Kind.THROW) {
      return null;
    }
    return switch (mark.route()) {
      // borrow-and-return: the caller is judged
      case RETURNED -> null;
      // the task may give it back: its body was asked, and says no
      case THREAD -> telling.escape(end, mark, true, false);
      case CONTAINER -> telling.escape(end, mark, isBuried(mark), false);
      case HANDED_ON -> telling.escape(end, mark, false, false);
      case FIELD -> field(end, mark);
    };
  }

  /**
   * An exception thrown on the way hides the result, and the object under construction; not what is
   * stored elsewhere.
   */
  private boolean isHidden(End end, Mark mark) {
    return end.kind() == End.Kind.THROW
        && (mark.route() == Mark.Route.RETURNED
            || mark.isFieldOfReceiver() && scope.body().method().isConstructor());
  }

  /** In a collection of this class alone that nothing is ever taken out of. */
  private boolean isBuried(Mark mark) {
    Values values = scope.values();
    if (!(values.op(mark.op()) instanceof Op.Call call) || call.receiver() < 0) {
      return false;
    }
    Keepers keepers = new Keepers(calls);
    int[] origins = values.origins(mark.op(), call.receiver());
    return origins.length == 1
        && !Values.isParameter(origins[0])
        && values.op(origins[0]) instanceof Op.GetField get
        && keepers.seesAll(get.field())
        && !keepers.takesOut(get.field());
  }

  private Finding field(End end, Mark mark) {
    if (!(scope.values().op(mark.op()) instanceof Op.PutField put)) {
      return null;
    }
    Keepers keepers = new Keepers(calls);
    return keepers.givesBack(put.field())
        ? null
        : telling.escape(end, mark, keepers.seesAll(put.field()), false);
  }
}

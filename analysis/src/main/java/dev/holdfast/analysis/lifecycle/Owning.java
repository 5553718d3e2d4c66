package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.summary.Acquisition;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.protocol.Bond;
import dev.holdfast.protocol.State;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Infers that whoever makes an object must close it: its constructor always acquires something into
 * a field that its {@code close()} releases.
 */
final class Owning {
  private final Scope scope;
  private final Body body;
  private final Calls calls;

  Owning(Scope scope, Calls calls) {
    this.scope = scope;
    this.body = scope.body();
    this.calls = calls;
  }

  /** The duty of the object that this constructor makes, or null. */
  Acquisition of(int budget) {
    for (Acquired acquired : Acquired.in(scope, calls)) {
      Acquisition acquisition = acquired.acquisition();
      if (acquisition.bond() != Bond.ACQUIRED
          || acquisition.rule() == null
          || !isAlwaysPassed(acquired.block())) {
        continue;
      }
      List<End> ends = acquired.ends(scope, calls, budget);
      if (ends != null && isClosedByOwner(ends)) {
        return acquisition.passedOn(true, "");
      }
    }
    return null;
  }

  /** Whether no normal way through the body leads around a block. */
  private boolean isAlwaysPassed(int block) {
    Deque<Integer> open = new ArrayDeque<>(List.of(0));
    BitSet seen = new BitSet();
    while (!open.isEmpty()) {
      int at = open.poll();
      if (at == Body.EXIT) {
        return false;
      }
      if (at == Body.THROW || at == block || seen.get(at)) {
        continue;
      }
      seen.set(at);
      for (Edge edge : body.blocks().get(at).edges()) {
        open.add(edge.target());
      }
    }
    return true;
  }

  private boolean isClosedByOwner(List<End> ends) {
    boolean exits = false;
    for (End end : ends) {
      if (end.kind() == End.Kind.EXIT) {
        exits = true;
        if (!isClosedByOwner(end.fact())) {
          return false;
        }
      }
    }
    return exits;
  }

  private boolean isClosedByOwner(Fact fact) {
    if (fact.state() != State.HELD || fact.doubts() != 0 || fact.marks().size() != 1) {
      return false;
    }
    Mark mark = fact.marks().get(0);
    return mark.isFieldOfReceiver()
        && calls.summaries().closes(body.method().owner(), mark.field());
  }
}

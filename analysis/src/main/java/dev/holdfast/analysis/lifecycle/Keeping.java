package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.protocol.Event;
import dev.holdfast.protocol.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Follows where an object is put, in fields and containers, and where it is taken out again. */
final class Keeping {
  private final Scope scope;
  private final Values values;
  private final Calls calls;
  private final Tracked tracked;
  private final Reach reach;
  private final HandedOut handedOut;

  Keeping(Scope scope, Calls calls, Tracked tracked) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
    this.tracked = tracked;
    this.reach = new Reach(values, calls);
    this.handedOut = new HandedOut(calls);
  }

  /** A field is written. */
  Fact put(Fact fact, Op.PutField put, int index) {
    String place = HandedOut.place(values, index, put.object(), put.field());
    if (!holds(fact, put.source())) {
      return unmark(fact, place);
    }
    if (put.object() >= 0 && isLocal(index, put.object())) {
      return relate(fact, index, put.object());
    }
    return tracked.isParameter() && !reach.isSure(fact, index, put.source())
        ? fact.doubting(Doubt.PART)
        : fact.marked(new Mark(Mark.Route.FIELD, place, index));
  }

  /**
   * Whether a field gives what was stored there before. Once given back, another method may have
   * put a fresh object there: then nobody can tell.
   */
  boolean readsBack(Fact fact, Op.GetField get, int index) {
    if (fact.state() == State.DONE || fact.marks().isEmpty()) {
      return false;
    }
    String place = HandedOut.place(values, index, get.object(), get.field());
    return fact.marks().stream()
        .anyMatch(m -> m.route() == Mark.Route.FIELD && m.place().equals(place));
  }

  /** An operand is kept by the receiver of a call. */
  Fact contained(Fact fact, Op op, int index, int operand) {
    // a new object that carries it is told apart where it is defined: it has no other place yet
    return op instanceof Op.Call call && call.receiver() >= 0 && call.receiver() != operand
        ? contain(fact, call.receiver(), index)
        : fact;
  }

  /** It is put into a container. */
  Fact contain(Fact fact, int container, int index) {
    if (isLocal(index, container)) {
      return new Contents(scope, calls).areReleased(values.origins(index, container))
          ? fact.withState(fact.state().after(Event.HAND_OVER))
          : relate(fact, index, container);
    }
    if (!tracked.isMarked()) {
      return fact.withState(fact.state().after(Event.HAND_OVER));
    }
    String place = HandedOut.container(values, calls, index, container);
    return fact.marked(new Mark(Mark.Route.CONTAINER, place, index));
  }

  /** An element of an array is written. */
  Fact store(Fact fact, Op.ArrayStore store, int index) {
    if (holds(fact, store.source())) {
      return contain(fact, store.array(), index);
    }
    return fact.marks().isEmpty() || !HandedOut.isNull(values, index, store.source())
        ? fact
        : unmark(fact, HandedOut.container(values, calls, index, store.array()));
  }

  /** A call may take it out of where it was put. */
  Fact takenOut(Fact fact, Op.Call call, int index) {
    List<Mark> rest = null;
    for (Mark mark : fact.marks()) {
      boolean kept = mark.route() == Mark.Route.FIELD || mark.route() == Mark.Route.CONTAINER;
      if (kept && handedOut.takes(values, call, index, mark.place())) {
        rest = rest == null ? new ArrayList<>(fact.marks()) : rest;
        rest.remove(mark);
      }
    }
    if (rest == null) {
      return fact;
    }
    Fact next = fact.withMarks(rest);
    return fact.state() == State.HELD && call.receiver() >= 0 && isReleasedThere(call, index)
        ? next.doubting(Doubt.PART)
        : next;
  }

  /** Whether what lies in the emptied container is released through it somewhere in the body. */
  private boolean isReleasedThere(Op.Call emptying, int index) {
    String place = HandedOut.container(values, calls, index, emptying.receiver());
    Set<Integer> loads = new HashSet<>();
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call call
          && call.receiver() >= 0
          && HandedOut.container(values, calls, i, call.receiver()).equals(place)) {
        for (int origin : values.origins(i, call.receiver())) {
          loads.add(origin);
        }
      }
    }
    int[] all = loads.stream().mapToInt(Integer::intValue).toArray();
    return new Contents(scope, calls).areReleased(all);
  }

  /** Whether the result of a call is what it has taken out. */
  boolean givesOut(Fact before, Op.Call call, int index) {
    if (before.state() == State.DONE || call.receiver() < 0) {
      return false;
    }
    String place = null;
    for (Mark mark : before.marks()) {
      if (mark.route() == Mark.Route.CONTAINER) {
        place = place == null ? HandedOut.container(values, calls, index, call.receiver()) : place;
        if (mark.place().equals(place)
            && handedOut.isGivenOut(call)
            && Calls.mayHold(call.method().result())) {
          return true;
        }
      }
    }
    return false;
  }

  private static Fact unmark(Fact fact, String place) {
    for (Mark mark : fact.marks()) {
      if (mark.place().equals(place)) {
        List<Mark> rest = new ArrayList<>(fact.marks());
        rest.removeIf(m -> m.place().equals(place));
        return fact.withMarks(rest);
      }
    }
    return fact;
  }

  /** The register reaches it now, and so does any other that holds the same, cast or copied. */
  private Fact relate(Fact fact, int index, int register) {
    BitSet related = (BitSet) fact.related().clone();
    int[] origins = values.origins(index, register);
    for (int r = 0; r < scope.body().registers().size(); r++) {
      boolean same = origins.length == 1 && Arrays.equals(origins, values.origins(index, r));
      if (r == register || same && !fact.aliases().get(r)) {
        related.set(r);
      }
    }
    return fact.withSets(fact.aliases(), related);
  }

  /** Whether a register holds only what this body has made itself. */
  private boolean isLocal(int index, int register) {
    for (int origin : values.origins(index, register)) {
      if (Values.isParameter(origin)
          || !(values.op(origin) instanceof Op.New || values.op(origin) instanceof Op.NewArray)) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(Fact fact, int register) {
    return register >= 0 && (fact.aliases().get(register) || fact.related().get(register));
  }
}

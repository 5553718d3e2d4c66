package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Places;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Meaning;
import dev.holdfast.analysis.summary.Role;
import dev.holdfast.protocol.Event;
import dev.holdfast.protocol.State;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** What one op does to a fact. */
final class Transfer {
  private static final BitSet NONE = new BitSet();

  private final Values values;
  private final Scope scope;
  private final Calls calls;
  private final Tracked tracked;
  private final LateUse lateUse;
  private final Reach reach;
  private final Keeping keeping;
  private final Awaited awaited;
  private final Holders holders;
  private final RunHere runHere;
  private final Lent lent;
  private final Definition definition;
  private final BitSet ownParts;
  private final Course course;
  private final Consumer<End> ends;

  Transfer(
      Scope scope, Calls calls, Tracked tracked, int origin, Course course, Consumer<End> ends) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
    this.tracked = tracked;
    this.lateUse = new LateUse(values, calls, origin);
    this.reach = new Reach(values, calls);
    this.keeping = new Keeping(scope, calls, tracked);
    this.awaited = new Awaited(scope, calls);
    this.holders = new Holders(values, calls, origin);
    this.runHere = new RunHere(values, calls, origin);
    this.lent = new Lent(values, calls, origin);
    this.definition = new Definition(scope, calls, tracked, origin, keeping, holders);
    this.ownParts =
        origin == Values.parameter(0) && tracked.isParameter()
            ? new OwnParts(scope, calls).releases()
            : NONE;
    this.course = course;
    this.ends = ends;
  }

  /** The fact after the op, or null where nothing that follows can matter. */
  Fact apply(Fact fact, Op op, int index, Path path) {
    if (fact.state() == State.DONE && tracked.isBorrowed()) {
      End.Kind kind = lateUse.kind(fact, op, index);
      if (kind != null) {
        ends.accept(new End(kind, fact, index, path));
        return null;
      }
    }
    Fact next = effect(fact, op, index);
    course.step(fact, next, index, values);
    if (Tracker.isSettled(next, tracked) && !tracked.isParameter()) {
      return null;
    }
    next = next.withKnown(scope.dereferenced(op, next.known()));
    return op.target() == Op.NONE ? next : definition.of(fact, next, op, index);
  }

  /** The fact on the exceptional way out: releases and hand-overs count, the result does not. */
  Fact whenRaised(Fact before, Op op, int index, String type) {
    if (!(op instanceof Op.Call || op instanceof Op.New)) {
      return before;
    }
    Fact next = call(before, op, index, type);
    course.step(before, next, index, values);
    if (before.state() == State.HELD && next.state() == State.DONE) {
      // whether it was given back is open now: no path on which it surely can still be reached
      next = next.withMarks(List.of());
      next = tracked.isBorrowed() ? next.doubting(Doubt.UNFINISHED) : next;
    }
    return Tracker.isSettled(next, tracked) && !tracked.isParameter() ? null : next;
  }

  private Fact effect(Fact fact, Op op, int index) {
    if (op instanceof Op.Call || op instanceof Op.New) {
      return call(fact, op, index, null);
    }
    if (op instanceof Op.PutField put) {
      return keeping.put(fact, put, index);
    }
    if (op instanceof Op.ArrayStore store) {
      return keeping.store(fact, store, index);
    }
    if (op instanceof Op.Return result) {
      boolean held = holds(fact, result.source());
      return held || holders.leadsBack(index, result.source(), tracked)
          ? returned(fact, result.source(), index)
          : fact;
    }
    if (op instanceof Op.Closure closure) {
      return close(fact, closure, index);
    }
    if (op instanceof Op.Caught) {
      return fact.caught(index, scope.rethrows(index));
    }
    return fact;
  }

  /** After the call, or where it throws an exception of the type {@code raised}. */
  private Fact call(Fact fact, Op op, int index, String raised) {
    Meaning meaning = null;
    List<Integer> operands = Operands.ofCall(op);
    Fact next = ownParts.get(index) ? fact.doubting(Doubt.OWN_PART) : fact;
    if (!fact.marks().isEmpty() && op instanceof Op.Call call) {
      next = awaited.ended(keeping.takenOut(next, call, index), call, index, raised != null);
    }
    for (int i = 0; i < operands.size(); i++) {
      int register = operands.get(i);
      boolean alias = fact.aliases().get(register);
      boolean related = !alias && fact.related().get(register);
      boolean keeper = !alias && !related && isUnfinishedKeeper(fact, index, register);
      boolean parent = !alias && !related && isParent(index, register);
      if (!alias && !related && !parent && !keeper) {
        continue;
      }
      if (meaning == null) {
        meaning = calls.meaningAt(values, op, index);
      }
      Role role = meaning.role(i);
      Role onThrow = raised != null ? meaning.roleOnThrow(i, raised) : Role.UNKNOWN;
      if (alias && onThrow == Role.RELEASES) {
        // a constructor, say, that closes what it was given before it fails
        return next.withState(next.state().after(Event.RELEASE));
      }
      if (onThrow == Role.USES) {
        // a callee that keeps it and can also throw may have kept it before it threw
        boolean keeps = role == Role.OWNS || role == Role.CONTAINS || role == Role.RUNS_ON_THREAD;
        next = keeps ? next.doubting(Doubt.UNKNOWN_CALL) : next;
        continue;
      }
      if (i == 0
          && (alias || related)
          && op instanceof Op.Call call
          && (alias
              ? calls.releasesItself(values, call, index)
              : calls.releasesEach(values, call, index))) {
        return next.withState(next.state().after(Event.RELEASE));
      }
      if (alias) {
        next =
            role == Role.RELEASES && meaning.isGuarded(i)
                ? releasedIfOpen(next)
                : operand(next, role, op, index, register);
      } else if (related) {
        Role run = i == 0 && tracked.isBorrowed() ? runHere.ends(op, index) : null;
        next =
            run != null
                ? operand(next, run, op, index, register)
                : part(next, role, op, index, register);
      } else if (keeper) {
        next = byKeeper(next, role);
      } else if (role == Role.RELEASES) {
        next = next.withState(next.state().after(Event.RELEASE));
      } else if (role == Role.UNKNOWN || role == Role.MAY_RELEASE) {
        next = next.doubting(Doubt.UNKNOWN_CALL);
      }
    }
    return next;
  }

  private Fact operand(Fact fact, Role role, Op op, int index, int register) {
    return switch (role) {
      case USES, MAYBE_PART -> passesOn(op, register) ? fact.doubting(Doubt.UNKNOWN_CALL) : fact;
      // super(in) of a wrapper: the object under construction is one duty with it
      case ALIASES ->
          constructs(op) && !tracked.isBorrowed()
              ? fact.marked(new Mark(Mark.Route.RETURNED, "", index))
              : fact;
      case RELEASES -> released(fact);
      case MAY_RELEASE -> fact.doubting(Doubt.MAY_RELEASE);
      case OWNS ->
          fact.state() == State.DONE
              ? fact.marked(new Mark(Mark.Route.HANDED_ON, "", index))
              : fact.withState(fact.state().after(Event.HAND_OVER));
      case CONTAINS -> keeping.contained(fact, op, index, register);
      case RUNS_ON_THREAD ->
          tracked.isMarked()
              ? awaited.handed(fact, op, index, register)
              : fact.withState(fact.state().after(Event.HAND_OVER));
      case UNKNOWN -> maySettle(op) ? fact.doubting(Doubt.UNKNOWN_CALL) : fact;
    };
  }

  /** An argument of code that no stub speaks about, where the last to have it gives it back. */
  private boolean passesOn(Op op, int register) {
    return tracked.goesOn()
        && !(op instanceof Op.Call call && call.receiver() == register)
        && !calls.contracts().of(op.called()).mentioned();
  }

  /** Released for sure: that it may have been released before, or need not be, matters no more. */
  private Fact released(Fact fact) {
    Fact next = fact.withState(fact.state().after(Event.RELEASE));
    boolean sure = tracked.staysWithBorrower() && fact.marks().isEmpty();
    return sure ? next.without(Doubt.OF_RELEASE) : next;
  }

  /** The object under construction, which keeps it, is an operand: {@code close()} in a catch. */
  private static Fact byKeeper(Fact fact, Role role) {
    return switch (role) {
      case USES, ALIASES, MAYBE_PART -> fact;
      case RELEASES -> fact.withState(fact.state().after(Event.RELEASE));
      default -> fact.doubting(Doubt.UNKNOWN_CALL);
    };
  }

  private boolean isUnfinishedKeeper(Fact fact, int index, int register) {
    return !fact.marks().isEmpty()
        && (tracked.isBorrowed() || fact.thrown() && !tracked.isParameter())
        && scope.body().method().isConstructor()
        && fact.marks().stream().anyMatch(Mark::isFieldOfReceiver)
        && Places.keys(values, index, register).contains("p0");
  }

  /** Released by a callee that first asks the object a question. */
  private Fact releasedIfOpen(Fact fact) {
    if (tracked.isOwedWhateverItsState()) {
      return fact;
    }
    Fact released = fact.withState(fact.state().after(Event.RELEASE));
    return tracked.isParameter() ? released.doubting(Doubt.GUARDED_CALL) : released;
  }

  /**
   * Whether a callee nobody knows may end the duty. A plain borrowed object can only be given back
   * by code that knows its pool: the user's own, not the interface of some library.
   */
  private boolean maySettle(Op op) {
    if (!tracked.isBorrowed() || tracked.releasesItself() || !(op instanceof Op.Call call)) {
      return true;
    }
    return calls.isOwnCode(call.method());
  }

  /** Something that reaches the object is an operand: a container, a closure, a part of it. */
  private Fact part(Fact fact, Role role, Op op, int index, int register) {
    if (role == Role.RELEASES && !tracked.isParameter() && lent.leavesAlone(op, index)) {
      return fact;
    }
    boolean keeps = role == Role.CONTAINS || role == Role.RUNS_ON_THREAD;
    if (keeps && tracked.isParameter() && !reach.isSure(fact, index, register)) {
      return fact.doubting(Doubt.PART);
    }
    if (role == Role.RELEASES && calls.holdsElements(scope.body().type(register))) {
      return fact.withState(fact.state().after(Event.HAND_OVER));
    }
    return switch (role) {
      case USES, ALIASES, MAYBE_PART -> fact;
      case RELEASES, OWNS, MAY_RELEASE ->
          tracked.staysWithBorrower() ? fact : fact.doubting(Doubt.PART);
      case CONTAINS -> keeping.contained(fact, op, index, register);
      case RUNS_ON_THREAD ->
          tracked.isMarked()
              ? awaited.handed(fact, op, index, register)
              : fact.doubting(Doubt.PART);
      case UNKNOWN -> tracked.staysWithBorrower() ? fact : fact.doubting(Doubt.PART);
    };
  }

  private static boolean constructs(Op op) {
    return op instanceof Op.Call call && call.method().isConstructor();
  }

  private static Fact returned(Fact fact, int source, int index) {
    String place = fact.aliases().get(source) ? "" : Mark.PART;
    return fact.marked(new Mark(Mark.Route.RETURNED, place, index));
  }

  private Fact close(Fact fact, Op.Closure closure, int index) {
    boolean captured = false;
    boolean releases = false;
    boolean unknown = false;
    for (int i = 0; i < closure.captures().size(); i++) {
      if (fact.aliases().get(closure.captures().get(i))) {
        captured = true;
        Role role = calls.captureRole(closure, i);
        releases |= role == Role.RELEASES || role == Role.MAY_RELEASE || role == Role.OWNS;
        unknown |= role == Role.UNKNOWN || role == Role.ALIASES;
      }
    }
    if (!captured) {
      return fact;
    }
    if (releases) {
      return tracked.isBorrowed() && runHere.isOnlyRunHere(index)
          ? fact
          : fact.withState(fact.state().after(Event.HAND_OVER));
    }
    return unknown && !tracked.staysWithBorrower() ? fact.doubting(Doubt.PART) : fact;
  }

  /** The fact where the test of the edge holds, or null where it cannot. */
  Fact test(Fact fact, Edge edge, int block) {
    return edge.test() == null
        ? fact
        : new Tests(scope, calls, tracked).take(fact, edge.test(), block);
  }

  /** Whether the exception that entered the handler is of the type that an edge throws on. */
  boolean mayRethrow(Fact fact, Edge edge, int block) {
    boolean entered = false;
    for (Fact.Entered one : fact.entered()) {
      if (scope.rethrowsAt(block, one.caught())) {
        entered = true;
        if (one.type().equals(edge.type())) {
          return true;
        }
      }
    }
    return !entered;
  }

  private boolean holds(Fact fact, int register) {
    return register >= 0 && (fact.aliases().get(register) || fact.related().get(register));
  }

  private boolean isParent(int index, int register) {
    return !tracked.parents().isEmpty()
        && !Collections.disjoint(tracked.parents(), Places.keys(values, index, register));
  }
}

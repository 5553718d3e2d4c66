package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Known;
import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Meaning;
import dev.holdfast.protocol.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Walks one tracked object over all paths of a body: a worklist of (block, fact), facts of
 * different objects independent of each other. The same walk gives the verdict on what the body
 * acquires and the summary of what it does with its parameters.
 */
final class Tracker {
  private final Scope scope;
  private final Body body;
  private final Values values;
  private final Calls calls;
  private final Transfer transfer;
  private final Looks looks;
  private final NeverThrown neverThrown;
  private final int budget;
  private final Deque<Path> open = new ArrayDeque<>();
  private final List<Set<Fact>> seen = new ArrayList<>();
  private final List<End> ends = new ArrayList<>();
  private final Course course = new Course();
  private int states;

  private Tracker(Scope scope, Calls calls, Tracked tracked, int origin, int budget) {
    this.scope = scope;
    this.body = scope.body();
    this.values = scope.values();
    this.calls = calls;
    this.transfer = new Transfer(scope, calls, tracked, origin, course, ends::add);
    this.looks = new Looks(scope, calls, tracked);
    this.neverThrown = new NeverThrown(values, calls);
    this.budget = budget;
    for (int b = 0; b < body.blocks().size(); b++) {
      seen.add(new HashSet<>());
    }
  }

  /** Ends of all paths of the object made by an op, or null where the budget ran out. */
  static List<End> fromOp(
      Scope scope, Calls calls, Tracked tracked, int block, int position, int budget) {
    return atOp(scope, calls, tracked, block, position, budget).run();
  }

  /** What befalls the object made by an op: the whole story, however the budget. */
  static Course courseFromOp(
      Scope scope, Calls calls, Tracked tracked, int block, int position, int budget) {
    Tracker tracker = atOp(scope, calls, tracked, block, position, budget);
    tracker.run();
    return tracker.course;
  }

  private static Tracker atOp(
      Scope scope, Calls calls, Tracked tracked, int block, int position, int budget) {
    int origin = scope.values().index(block, position);
    Tracker tracker = new Tracker(scope, calls, tracked, origin, budget);
    Op op = scope.body().blocks().get(block).ops().get(position);
    Known known = scope.conditionsAt(block, position + 1).without(op.target());
    Fact fact = Fact.born(op.target(), known);
    tracker.open.add(new Path(block, position + 1, fact, null, -1));
    return tracker;
  }

  /** Ends of all paths of the object in an entry register, or null where the budget ran out. */
  static List<End> fromParameter(
      Scope scope, Calls calls, Tracked tracked, int register, int budget) {
    Tracker tracker = new Tracker(scope, calls, tracked, Values.parameter(register), budget);
    tracker.open.add(new Path(0, 0, Fact.born(register, Known.NONE), null, -1));
    return tracker.run();
  }

  private List<End> run() {
    while (!open.isEmpty()) {
      if (++states > budget) {
        return null;
      }
      walk(open.poll());
    }
    return ends;
  }

  private void walk(Path path) {
    Block block = body.blocks().get(path.block());
    Fact fact = path.fact();
    Fact before = null;
    int last = block.ops().size() - 1;
    for (int i = path.position(); i <= last && fact != null; i++) {
      // the op that made the object is never among these: when it throws there is no object
      before = i == last ? fact : null;
      fact = transfer.apply(fact, block.ops().get(i), values.index(path.block(), i), path);
    }
    int lastIndex = last < 0 ? -1 : values.index(path.block(), last);
    for (Edge edge : block.edges()) {
      switch (edge.kind()) {
        case GOTO -> {
          Fact next =
              fact == null || endsByException(before, block.last())
                  ? null
                  : transfer.test(fact, edge, path.block());
          if (next != null) {
            go(edge.target(), next, path, -1);
          }
        }
        case RAISE -> {
          if (before != null) {
            raise(before, edge, path, lastIndex);
          }
        }
        case RETHROW -> {
          if (fact != null && transfer.mayRethrow(fact, edge, path.block())) {
            go(edge.target(), fact.inFlight(edge.type()), path, -1);
          }
        }
      }
    }
  }

  /** A helper that is given the object and never comes back: it reports and throws. */
  private boolean endsByException(Fact before, Op last) {
    if (before == null || !(last instanceof Op.Call)) {
      return false;
    }
    for (int operand : Operands.ofCall(last)) {
      if (before.aliases().get(operand)) {
        return !calls.mayReturn(last);
      }
    }
    return false;
  }

  private void raise(Fact before, Edge edge, Path path, int last) {
    Block block = body.blocks().get(path.block());
    if (neverThrown.is(before, block.last(), last)) {
      return;
    }
    Fact raised = transfer.whenRaised(before, block.last(), last, edge.type());
    if (raised == null || !counts(edge, block, raised)) {
      return;
    }
    boolean weak =
        looks.looksAtPart(raised, block.last())
            || !isKnownToThrow(edge, block, before) && looks.isMereStep(raised, block.last(), last);
    Fact next = raised.inFlight(edge.type());
    go(edge.target(), weak ? next.doubting(Doubt.LOOK) : next, path, last);
  }

  private void go(int target, Fact fact, Path from, int raisedBy) {
    if (target == Body.EXIT || target == Body.THROW) {
      End.Kind kind = target == Body.EXIT ? End.Kind.EXIT : End.Kind.THROW;
      ends.add(new End(kind, fact, raisedBy, new Path(target, 0, fact, from, raisedBy)));
      return;
    }
    Fact pruned = fact.prunedTo(scope.liveness().at(target), scope.remembered(target));
    if (seen.get(target).add(pruned)) {
      open.add(new Path(target, 0, pruned, from, raisedBy));
    }
  }

  /**
   * Whether an exceptional edge counts (head of RULES): checked exceptions that the callee
   * declares; unchecked ones only if it throws them explicitly, or leaves the object open by one
   * that does so, the code around catches them, or it runs user code.
   */
  private boolean counts(Edge edge, Block block, Fact fact) {
    Op last = block.last();
    return isKnownToThrow(edge, block, fact)
        || scope.isCaught(edge.target(), edge.type())
            && !looks.looksAtPart(fact, last)
            && !looks.passesOn(fact, last);
  }

  /** Whether the op itself gives the reason, not the code around it. */
  private boolean isKnownToThrow(Edge edge, Block block, Fact fact) {
    Op last = block.last();
    if (last instanceof Op.Throw || edge.declared() && calls.hierarchy().isChecked(edge.type())) {
      return true;
    }
    if (!(last instanceof Op.Call || last instanceof Op.New)) {
      return false;
    }
    Meaning meaning = calls.meaning(last);
    if (meaning.userCode() && !looks.isOwnMethod(fact, last)
        || carries(edge, block, meaning.unchecked())) {
      return true;
    }
    List<Integer> operands = Operands.ofCall(last);
    for (int i = 0; i < operands.size(); i++) {
      if (fact.aliases().get(operands.get(i)) && carries(edge, block, meaning.heldOn(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the exceptions takes this way: a catch clause for its type stops it before. */
  private boolean carries(Edge edge, Block block, Set<String> thrown) {
    return thrown.stream().anyMatch(type -> Raises.of(block, type, calls.hierarchy()) == edge);
  }

  /** Whether a state can still change the verdict. */
  static boolean isSettled(Fact fact, Tracked tracked) {
    return fact.state() == State.GONE || fact.state() == State.DONE && !tracked.outlivesRelease();
  }
}

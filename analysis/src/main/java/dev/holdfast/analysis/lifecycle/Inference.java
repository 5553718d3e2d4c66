package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Acquisition;
import dev.holdfast.analysis.summary.Answers;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Fate;
import dev.holdfast.analysis.summary.Meaning;
import dev.holdfast.analysis.summary.Role;
import dev.holdfast.protocol.Bond;
import dev.holdfast.protocol.State;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The summary of a body: the same walk as for verdicts, with its parameters as the objects. */
public final class Inference implements Answers {
  private final Scope scope;
  private final Body body;
  private final Calls calls;
  private final int budget;

  public Inference(Scope scope, Calls calls, int budget) {
    this.scope = scope;
    this.body = scope.body();
    this.calls = calls;
    this.budget = budget;
  }

  @Override
  public Fate fate(int register) {
    if (register >= body.parameters()) {
      return Fate.UNCLEAR;
    }
    int parameter = body.isStatic() ? register : register - 1;
    List<String> types = body.method().parameters();
    if (parameter >= 0 && parameter < types.size() && !Calls.mayHold(types.get(parameter))) {
      return Fate.USED;
    }
    Tracked tracked = new Tracked(Bond.ACQUIRED, true, true, null, false, false, false, Set.of());
    List<End> ends = Tracker.fromParameter(scope, calls, tracked, register, budget);
    if (ends == null) {
      return Fate.UNCLEAR;
    }
    Role role = role(ends);
    if (register == 0 && role == Role.USES && !new OwnParts(scope, calls).releases().isEmpty()) {
      role = Role.MAY_RELEASE;
    }
    Fate.Thrown onThrow = onThrow(ends);
    if (role != Role.RELEASES && holdsElements(register) && releasesElements(register)) {
      role = Role.RELEASES;
      onThrow = new Fate.Thrown(Set.of(), Set.of(), Set.of("java.lang.Throwable"));
    }
    return new Fate(role, storedIn(ends), onThrow, isGuarded(ends), true);
  }

  private Fate.Thrown onThrow(List<End> ends) {
    Set<String> held = new HashSet<>();
    Set<String> open = new HashSet<>();
    Set<String> released = new HashSet<>();
    ArgumentChecks checks = new ArgumentChecks(scope);
    for (End end : ends) {
      if (end.kind() == End.Kind.THROW && !isRefusal(end, checks)) {
        Fact fact = end.fact();
        boolean sure = fact.state() != State.HELD || fact.doubts() == 0;
        Set<String> types = !sure ? open : fact.state() == State.HELD ? held : released;
        types.add(
            fact.flight() == null
                ? "java.lang.Throwable"
                : Raises.type(scope.values(), end.op(), fact.flight(), calls.hierarchy()));
      }
    }
    return new Fate.Thrown(held, open, released);
  }

  private boolean isRefusal(End end, ArgumentChecks checks) {
    return end.op() >= 0
        && scope.values().op(end.op()) instanceof Op.Throw
        && checks.blame(scope.values().blockOf(end.op()));
  }

  private boolean holdsElements(int register) {
    return calls.holdsElements(body.type(register));
  }

  /** {@code closeAll(Closeable...)}: a loop cannot be told from no loop at all. */
  private boolean releasesElements(int register) {
    return new Contents(scope, calls).areReleased(new int[] {Values.parameter(register)});
  }

  private static boolean isGuarded(List<End> ends) {
    for (End end : ends) {
      int doubts = end.fact().doubts() & ~Doubt.ASIDE;
      State state = end.fact().state();
      if (end.kind() == End.Kind.EXIT
          && (state == State.HELD && doubts == Doubt.GUARD
              || state == State.DONE && (doubts & Doubt.GUARDED_CALL) != 0)) {
        return true;
      }
    }
    return false;
  }

  private Role role(List<End> ends) {
    boolean exits = ends.stream().anyMatch(e -> e.kind() == End.Kind.EXIT);
    boolean released = false;
    boolean held = false;
    boolean doubted = false;
    boolean may = false;
    boolean returned = false;
    boolean part = false;
    for (End end : ends) {
      if (exits && end.kind() != End.Kind.EXIT) {
        continue;
      }
      Fact fact = end.fact();
      for (Mark mark : fact.marks()) {
        switch (mark.route()) {
          case THREAD -> {
            return Role.RUNS_ON_THREAD;
          }
          case FIELD, CONTAINER -> {
            return inReceiver(mark) ? Role.CONTAINS : Role.OWNS;
          }
          case HANDED_ON -> {
            return Role.OWNS;
          }
          case RETURNED -> {
            returned |= !mark.place().equals(Mark.PART);
            part |= mark.place().equals(Mark.PART);
          }
        }
      }
      if (fact.state() == State.GONE) {
        return Role.OWNS;
      }
      released |= fact.state() == State.DONE;
      if (fact.state() == State.HELD) {
        may |= (fact.doubts() & ~Doubt.ASIDE) == Doubt.MAY_RELEASE;
        boolean guarded = (fact.doubts() & ~Doubt.BESIDE_GUARD) == Doubt.GUARD;
        held |= !guarded;
        doubted |= (fact.doubts() & (Doubt.UNKNOWN_CALL | Doubt.PART)) != 0;
      }
    }
    if (doubted) {
      return released ? Role.MAY_RELEASE : Role.UNKNOWN;
    }
    if (released || may) {
      return held ? Role.MAY_RELEASE : Role.RELEASES;
    }
    if (returned) {
      return Role.ALIASES;
    }
    return part ? Role.MAYBE_PART : Role.USES;
  }

  private boolean inReceiver(Mark mark) {
    return !body.isStatic() && (mark.place().startsWith("[p0]") || mark.place().startsWith("[p0."));
  }

  private String storedIn(List<End> ends) {
    for (End end : ends) {
      for (Mark mark : end.fact().marks()) {
        if (mark.route() == Mark.Route.FIELD && inReceiver(mark)) {
          return mark.field();
        }
      }
    }
    return null;
  }

  /** The duty that comes out with the result: something acquired here that every path returns. */
  @Override
  public Acquisition fresh() {
    Acquired found = null;
    Acquired part = null;
    boolean sure = true;
    Set<Integer> covered = new HashSet<>();
    for (Acquired acquired : Acquired.in(scope, calls)) {
      if (acquired.acquisition().rule() == null) {
        continue;
      }
      List<End> ends = acquired.ends(scope, calls, budget);
      if (ends == null) {
        continue;
      }
      for (End end : ends) {
        if (end.kind() == End.Kind.EXIT
            && end.fact().state() == State.HELD
            && isOnlyReturned(end.fact())) {
          for (Mark mark : end.fact().marks()) {
            if (mark.route() == Mark.Route.RETURNED) {
              boolean whole = !mark.place().equals(Mark.PART);
              found = whole ? acquired : found;
              part = whole ? part : acquired;
              if (whole) {
                covered.add(mark.op());
                sure &= end.fact().doubts() == 0;
              }
            }
          }
        }
      }
    }
    if (found == null) {
      return part == null ? null : passedOn(part, false);
    }
    return passedOn(found, sure && covered.containsAll(returns()));
  }

  private Acquisition passedOn(Acquired acquired, boolean surely) {
    String outside = new Outside(body, calls).closing(acquired.tracked());
    return acquired.acquisition().passedOn(surely, outside);
  }

  @Override
  public Acquisition owned() {
    // an object that is known elsewhere before its constructor ends may be closed from there
    Role self = fate(0).role();
    boolean known = self == Role.OWNS || self == Role.CONTAINS || self == Role.RUNS_ON_THREAD;
    return known ? null : new Owning(scope, calls).of(budget);
  }

  /** What is kept in a field as well belongs to the object of that field, not to the caller. */
  private static boolean isOnlyReturned(Fact fact) {
    return fact.marks().stream().allMatch(mark -> mark.route() == Mark.Route.RETURNED);
  }

  private Set<Integer> returns() {
    Set<Integer> all = new HashSet<>();
    Values values = scope.values();
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Return result && result.source() >= 0) {
        for (int origin : values.origins(i, result.source())) {
          boolean isNull =
              !Values.isParameter(origin)
                  && values.op(origin) instanceof Op.Const constant
                  && constant.value() == null;
          if (!isNull) {
            all.add(i);
          }
        }
      }
    }
    return all;
  }

  @Override
  public Meaning.NullTest nullTest() {
    return NullTests.of(scope);
  }

  @Override
  public Set<String> unchecked() {
    Set<String> thrown = new HashSet<>();
    ArgumentChecks checks = new ArgumentChecks(scope);
    for (int b = 0; b < body.blocks().size(); b++) {
      Block block = body.blocks().get(b);
      if (block.last() instanceof Op.Throw) {
        if (checks.blame(b)) {
          continue;
        }
        for (Edge edge : block.edges()) {
          if (edge.kind() == Edge.Kind.RAISE
              && Raises.leaves(body, edge)
              && calls.hierarchy().isSubtype(edge.type(), "java.lang.RuntimeException")) {
            thrown.add(edge.type());
          }
        }
      } else if (isOfSource(block.last())) {
        for (String type : calls.meaning(block.last()).unchecked()) {
          Edge edge = Raises.of(block, type, calls.hierarchy());
          if (edge != null && Raises.leaves(body, edge)) {
            thrown.add(type);
          }
        }
      }
    }
    return thrown;
  }

  private boolean isOfSource(Op op) {
    return op != null
        && op.called() != null
        && calls.contracts().world().isSource(op.called().owner());
  }
}

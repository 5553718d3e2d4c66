package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.FieldView;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import dev.holdfast.catalog.Word;
import java.util.List;
import java.util.Set;

/** What settles a missing limit of whom somebody waits for beside setting it there. */
final class Peers {
  private final Scope scope;
  private final Values values;
  private final Calls calls;
  private final LimitWords words;
  private final LimitFlow flow;

  /** Whether a limit is missing after all. */
  enum Answer {
    YES,
    /** It rests on what is out of view. */
    MAYBE,
    NO
  }

  Peers(Scope scope, Calls calls, LimitWords words, LimitFlow flow) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
    this.words = words;
    this.flow = flow;
  }

  /** Judges what an op makes, and leaves of the missing limits those that it needs. */
  Answer lacks(Subject subject, Op op, int index, Fact fact, Set<Limit> missing) {
    return switch (subject) {
      case SOCKET, SERVER ->
          words.isUsed(op.called().made())
              ? used(subject, op, index, missing)
              : isNamed(fact.argument("property", null)) ? Answer.NO : Answer.YES;
      case RPC -> remote(index);
      case DATABASE -> new Queries(scope, calls, flow).lacks(op, index, fact, missing);
      default -> Answer.YES;
    };
  }

  /**
   * A socket: only what is done with it shows what it has to wait for. Connecting alone ends when
   * the system gives up.
   */
  private Answer used(Subject subject, Op op, int index, Set<Limit> missing) {
    if (subject == Subject.SOCKET && listens(op, missing)) {
      return Answer.NO;
    }
    Reached reached = new Reached(calls, words);
    reached.follow(scope, index);
    missing.removeIf(reached.bounded()::covers);
    if (!missing.contains(Limit.READ) || !reached.needed().contains(Limit.READ)) {
      return Answer.NO;
    }
    boolean connects = connects(op, index) || reached.needed().contains(Limit.CONNECT);
    if (!connects) {
      missing.remove(Limit.CONNECT);
    }
    return reached.bounded().isDoubted() ? Answer.MAYBE : Answer.YES;
  }

  /** What never connects and is given a port waits there for whoever comes. */
  private static boolean listens(Op op, Set<Limit> missing) {
    return !missing.contains(Limit.CONNECT) && !LimitFlow.arguments(op).isEmpty();
  }

  /** Whether it is given an address when it is made, and not one of this very machine. */
  private boolean connects(Op op, int index) {
    List<Integer> arguments = LimitFlow.arguments(op);
    for (int argument : arguments) {
      for (int origin : values.origins(index, argument)) {
        if (!Values.isParameter(origin) && isThisMachine(values.op(origin))) {
          return false;
        }
      }
    }
    return arguments.size() > 1 || arguments.size() == 1 && op instanceof Op.Call;
  }

  private static boolean isThisMachine(Op op) {
    if (op instanceof Op.Const constant && constant.value() instanceof String host) {
      return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    }
    return op instanceof Op.Call call && call.method().name().endsWith("oopbackAddress");
  }

  /** Whether code around it names a system property: it may set what the property bounds. */
  private boolean isNamed(String property) {
    if (property == null) {
      return false;
    }
    for (Scope body : new Nest(calls).bodies(scope.body().method().owner())) {
      for (Op op : body.values().ops()) {
        if (op instanceof Op.Const constant && property.equals(constant.value())) {
          return true;
        }
      }
    }
    return false;
  }

  /** A stub that takes a deadline: each of its calls may be given one, by whoever gets it. */
  private Answer remote(int index) {
    boolean settable = words.isMutable(values.op(index).called().made());
    boolean seen = true;
    for (int argument : LimitFlow.arguments(values.op(index))) {
      if (flow.of(index, argument).covers(Limit.CALL)) {
        return Answer.NO;
      }
    }
    for (int i = 0; i < values.ops().size() && settable; i++) {
      Op op = values.op(i);
      if (op instanceof Op.Return result && flow.mayBe(i, result.source(), index)) {
        return Answer.NO;
      }
      if (op instanceof Op.PutField put && flow.mayBe(i, put.source(), index)) {
        seen &= isPrivate(put.field());
      }
    }
    return seen && !setsDeadlines() ? Answer.YES : Answer.MAYBE;
  }

  private boolean isPrivate(FieldRef field) {
    ClassView owner = calls.contracts().world().find(field.owner());
    FieldView declared = owner == null ? null : owner.field(field.name());
    return declared != null && declared.isPrivate();
  }

  /** Whether code around it gives calls a deadline, if not this one: an interceptor, say. */
  private boolean setsDeadlines() {
    for (Scope body : new Nest(calls).bodies(scope.body().method().owner())) {
      for (int i = 0; i < body.values().ops().size(); i++) {
        Op op = body.values().op(i);
        boolean called = op instanceof Op.Call || op instanceof Op.New;
        if (op instanceof Op.Call call
            && call.receiver() >= 0
            && words.isMadeThere(body.values(), i, call.receiver())) {
          continue;
        }
        for (Fact fact : called ? calls.contracts().of(op.called()).facts() : List.<Fact>of()) {
          if (fact.word() == Word.BOUNDS && LimitWords.bounds(fact).contains(Limit.CALL)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}

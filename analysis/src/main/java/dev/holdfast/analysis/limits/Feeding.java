package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Places;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Role;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.FieldView;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.List;
import java.util.Set;

/** Tells what is given tasks for as long as it lives from what works off those of one method. */
final class Feeding {
  /** Called once; what is put in there is known beforehand. */
  private static final Set<String> ONCE = Set.of("main", "start", "init", "open", "initialize");

  /** Whoever asks before it puts something in does not put in any number. */
  private static final Set<String> ASKING =
      Set.of("getQueue", "remainingCapacity", "tryAcquire", "acquire", "acquireUninterruptibly");

  private final Scope scope;
  private final Values values;
  private final Calls calls;
  private final LimitFlow flow;

  Feeding(Scope scope, Calls calls, LimitFlow flow) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
    this.flow = flow;
  }

  /** Whether the object outlives the method, and code in view or out of it gives it tasks. */
  boolean isFed(int origin) {
    boolean leaves = false;
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (releases(i, op, origin)) {
        return false;
      }
      if (op instanceof Op.PutField put && flow.mayBe(i, put.source(), origin)) {
        if (isPrivate(put.field()) && !isFed(put.field())) {
          return false;
        }
        leaves = true;
      } else if (op instanceof Op.Return result) {
        leaves |= flow.mayBe(i, result.source(), origin);
      } else if (i != origin && op.called() != null) {
        int index = i;
        leaves |= LimitFlow.arguments(op).stream().anyMatch(a -> flow.mayBe(index, a, origin));
      }
    }
    return leaves && !asks(scope);
  }

  private boolean releases(int index, Op op, int origin) {
    return op instanceof Op.Call call
        && call.receiver() >= 0
        && flow.mayBe(index, call.receiver(), origin)
        && calls.meaning(op).role(0) == Role.RELEASES;
  }

  private boolean isPrivate(FieldRef field) {
    ClassView owner = calls.contracts().world().find(field.owner());
    FieldView declared = owner == null ? null : owner.field(field.name());
    return declared != null && declared.isPrivate();
  }

  private boolean isFed(FieldRef field) {
    boolean fed = false;
    for (Scope body : new Nest(calls).bodies(field.owner())) {
      boolean feeds = false;
      for (int i = 0; i < body.values().ops().size() && !isOnce(body.body().method()); i++) {
        feeds |= feeds(body.values(), i, field);
      }
      if (feeds && asks(body)) {
        return false;
      }
      fed |= feeds;
    }
    return fed;
  }

  private boolean isOnce(MethodRef method) {
    return method.name().startsWith("<")
        || ONCE.contains(method.name())
        || calls.contracts().of(method).says(Word.LIVES, Slot.RESULT, "START");
  }

  /** Whether an op puts a task into what a field holds, or gives that away to somebody who may. */
  private boolean feeds(Values body, int index, FieldRef field) {
    Op op = body.op(index);
    if (op instanceof Op.Return || op instanceof Op.Closure) {
      boolean[] found = new boolean[1];
      Operands.forEach(op, at -> found[0] |= Places.isFrom(field.name(), body, index, at));
      return found[0];
    }
    if (op.called() == null) {
      return false;
    }
    for (int argument : LimitFlow.arguments(op)) {
      if (Places.isFrom(field.name(), body, index, argument)) {
        return true;
      }
    }
    return op instanceof Op.Call call
        && call.receiver() >= 0
        && Places.isFrom(field.name(), body, index, call.receiver())
        && takesTask(calls.contracts().of(call.method()));
  }

  /** Whether a call leaves a task behind; one that waits for all of them does not. */
  private static boolean takesTask(Contract contract) {
    boolean takes = false;
    for (Fact fact : contract.facts()) {
      if (fact.word() == Word.WAITS
          || fact.word() == Word.BOUNDS && LimitWords.bounds(fact).contains(Limit.WAIT)) {
        return false;
      }
      takes |=
          fact.word() == Word.HANDED_OVER
              && fact.slot().isParameter()
              && fact.value("").equals("THREAD");
    }
    return takes;
  }

  private static boolean asks(Scope body) {
    List<Op> ops = body.values().ops();
    return ops.stream()
        .anyMatch(op -> op instanceof Op.Call call && ASKING.contains(call.method().name()));
  }
}

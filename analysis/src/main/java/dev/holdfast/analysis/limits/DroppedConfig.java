package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A fresh configuration that takes the place of one with limits, which is at hand. */
final class DroppedConfig {
  /** Limits on waits, rather than on what is kept. */
  static final Set<Limit> WAITS =
      EnumSet.of(Limit.CONNECT, Limit.READ, Limit.WRITE, Limit.CALL, Limit.BORROW, Limit.QUERY);

  private final Scope scope;
  private final Values values;
  private final Calls calls;
  private final LimitWords words;
  private final LimitFlow flow;

  DroppedConfig(Scope scope, Calls calls, LimitWords words, LimitFlow flow) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
    this.words = words;
    this.flow = flow;
  }

  /** Whether what has this fact puts a configuration on something that is there. */
  static boolean judges(Fact fact, MethodRef method) {
    return isCarrying(fact, method) && method.result().equals("void");
  }

  /** The finding about one call, or null. */
  Finding finding(Op op, int index, Contract contract) {
    MethodRef method = op.called();
    for (Fact fact : contract.facts()) {
      if (isCarrying(fact, method) && fact.slot().index() < LimitFlow.arguments(op).size()) {
        int register = LimitFlow.arguments(op).get(fact.slot().index());
        Finding finding = judge(op, index, register, typeOf(fact, method));
        if (finding != null) {
          return finding;
        }
      } else if (Subject.RPC.speaksOf(fact)
          && fact.slot().equals(Slot.RESULT)
          && op instanceof Op.Call call
          && call.receiver() >= 0
          && LimitWords.waits(fact, true).isEmpty()) {
        return ignored(op, index, call.receiver(), method.owner());
      }
    }
    return null;
  }

  private static boolean isCarrying(Fact fact, MethodRef method) {
    return fact.word() == Word.BOUNDS
        && fact.slot().isParameter()
        && LimitWords.bounds(fact).contains(Limit.CARRIED)
        && LimitWords.mayCarry(typeOf(fact, method));
  }

  private static String typeOf(Fact fact, MethodRef method) {
    return method.parameters().get(fact.slot().index());
  }

  private Finding judge(Op op, int index, int register, String type) {
    Finding ignored = ignored(op, index, register, type);
    if (ignored != null || !(op instanceof Op.Call call) || !isSetter(call)) {
      return ignored;
    }
    Bounded fresh = flow.of(index, register);
    if (fresh.isFromOutside() || fresh.isDoubted()) {
      return null;
    }
    Finding again = replacedHere(call, index, fresh, type);
    return again != null ? again : replacedOfClient(call, index, fresh, type);
  }

  private boolean isSetter(Op.Call call) {
    return call.receiver() >= 0
        && (call.method().result().equals("void") || words.isFluent(call.method(), true));
  }

  /** The method was given one itself, which it does not look at. */
  private Finding ignored(Op op, int index, int register, String type) {
    int given = unread(type);
    if (given < 0) {
      return null;
    }
    Bounded fresh = flow.of(index, register);
    if (fresh.isFromOutside() || fresh.isDoubted() || !fresh.limits().isEmpty()) {
      return null;
    }
    String name = ShortNames.type(type);
    return finding(
        op,
        "this "
            + name
            + " has no limit, and the one that the method is given, with whatever limit it has, is"
            + " not used",
        "pass on the " + name + " that the method is given, or begin with a copy of it",
        List.of());
  }

  /** Entry register of the parameter of this type that nobody reads; -1 where there is none. */
  private int unread(String type) {
    List<String> parameters = scope.body().method().parameters();
    for (int p = 0; p < parameters.size(); p++) {
      int register = scope.body().parameter(p);
      if (parameters.get(p).equals(type)
          && register < scope.body().parameters()
          && !Read.isRead(scope, Values.parameter(register))) {
        return register;
      }
    }
    return -1;
  }

  /** The same setter has put another one on the same object before. */
  private Finding replacedHere(Op.Call call, int index, Bounded fresh, String type) {
    Integer object = flow.maker(index, call.receiver());
    for (int i = 0; object != null && i < values.ops().size(); i++) {
      if (i != index
          && values.op(i) instanceof Op.Call before
          && before.method().equals(call.method())
          && scope.mayRunBefore(i, index)
          && !scope.mayRunBefore(index, i)
          && object.equals(flow.maker(i, before.receiver()))) {
        Set<Limit> dropped = dropped(flow, i, before, object, type, fresh);
        if (!dropped.isEmpty()) {
          return replaced(call, dropped, new Finding.Step(before.site(), "put on here"));
        }
      }
    }
    return null;
  }

  /** What is set on a request replaces what its client has. */
  private Finding replacedOfClient(Op.Call call, int index, Bounded fresh, String type) {
    Replaced sent = new Replaced(scope, calls, flow);
    int[] requests = values.origins(index, call.receiver());
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call sends
          && sends.receiver() >= 0
          && sends != call
          && scope.mayRunBefore(index, i)
          && sent.takes(sends, i, requests)) {
        Set<Limit> dropped = ofClient(i, sends.receiver(), type, fresh);
        if (!dropped.isEmpty()) {
          return replaced(call, dropped, new Finding.Step(sends.site(), "sent here"));
        }
      }
    }
    return null;
  }

  private Set<Limit> ofClient(int index, int client, String type, Bounded fresh) {
    Set<Limit> dropped = EnumSet.noneOf(Limit.class);
    for (int origin : values.origins(index, client)) {
      if (Values.isParameter(origin)) {
        return EnumSet.noneOf(Limit.class);
      }
      if (values.op(origin) instanceof Op.GetField get) {
        List<Fields.Given> given = new Fields(calls, words).given(get.field(), false);
        if (given == null) {
          return EnumSet.noneOf(Limit.class);
        }
        for (Fields.Given value : given) {
          LimitFlow there = new LimitFlow(value.scope(), calls, words, 1);
          for (int made : value.scope().values().origins(value.index(), value.register())) {
            dropped.addAll(ofBuilt(there, made, type, fresh));
          }
        }
      } else {
        dropped.addAll(ofBuilt(flow, origin, type, fresh));
      }
    }
    return dropped;
  }

  /** What the builder of a client was told by a configuration of this type. */
  private Set<Limit> ofBuilt(LimitFlow there, int made, String type, Bounded fresh) {
    Set<Limit> dropped = EnumSet.noneOf(Limit.class);
    Values ops = there.scope().values();
    if (Values.isParameter(made)
        || !(ops.op(made) instanceof Op.Call build)
        || build.receiver() < 0) {
      return dropped;
    }
    Integer builder = there.maker(made, build.receiver());
    for (int i = 0; builder != null && i < ops.ops().size(); i++) {
      if (ops.op(i) instanceof Op.Call sets
          && sets.receiver() >= 0
          && there.mayBe(i, sets.receiver(), builder)) {
        dropped.addAll(dropped(there, i, sets, builder, type, fresh));
      }
    }
    return dropped;
  }

  /** Limits that a configuration of this type brought, and nothing else holds. */
  private Set<Limit> dropped(
      LimitFlow there, int index, Op.Call sets, int object, String type, Bounded fresh) {
    Set<Limit> dropped = EnumSet.noneOf(Limit.class);
    for (Fact fact : calls.contracts().of(sets.method()).facts()) {
      if (isCarrying(fact, sets.method()) && typeOf(fact, sets.method()).equals(type)) {
        Bounded before = there.of(index, sets.arguments().get(fact.slot().index()));
        WAITS.stream()
            .filter(limit -> before.holds(limit) && !fresh.covers(limit))
            .filter(limit -> !isHeldOtherwise(there, object, type, limit))
            .forEach(dropped::add);
      }
    }
    return dropped;
  }

  private boolean isHeldOtherwise(LimitFlow there, int object, String type, Limit limit) {
    Values ops = there.scope().values();
    for (int i = 0; i < ops.ops().size(); i++) {
      if (!(ops.op(i) instanceof Op.Call call)
          || call.receiver() < 0
          || !there.mayBe(i, call.receiver(), object)) {
        continue;
      }
      for (Fact fact : calls.contracts().of(call.method()).facts()) {
        if (fact.word() != Word.BOUNDS) {
          continue;
        }
        Set<Limit> bounds = LimitWords.bounds(fact);
        if (bounds.contains(limit) || bounds.contains(Limit.CALL)) {
          return true;
        }
        if (isCarrying(fact, call.method()) && !typeOf(fact, call.method()).equals(type)) {
          Bounded other = there.of(i, call.arguments().get(fact.slot().index()));
          if (other.isFromOutside() || other.covers(limit)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private Finding replaced(Op.Call call, Set<Limit> dropped, Finding.Step before) {
    return finding(
        call,
        "what "
            + ShortNames.call(call.method())
            + " sets takes the place of a configuration with "
            + Subject.HTTP.named(dropped)
            + ", and has none",
        "begin with a copy of that configuration",
        List.of(before));
  }

  private Finding finding(Op op, String message, String remedy, List<Finding.Step> before) {
    List<Finding.Step> steps = new ArrayList<>(before);
    steps.add(new Finding.Step(op.site(), "used here without a limit"));
    return new Finding(
        Rule.DROPPED_DEADLINE,
        Rule.DROPPED_DEADLINE.level(),
        true,
        scope.body().method(),
        op.site(),
        message,
        remedy,
        steps);
  }
}

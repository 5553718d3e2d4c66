package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import dev.holdfast.catalog.Word;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What bounds a statement or a login beside a call on it: the source of its connection, a property
 * or part of an address that a driver reads, a limit for the whole process.
 */
final class Queries {
  /** Statement, connection, source of connections. */
  private static final int STEPS = 3;

  private static final List<String> THIS_MACHINE = List.of("//localhost", "//127.", "//[::1]");

  private final Scope scope;
  private final Values values;
  private final Calls calls;
  private final LimitFlow flow;

  Queries(Scope scope, Calls calls, LimitFlow flow) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
    this.flow = flow;
  }

  Peers.Answer lacks(Op op, int index, Fact fact, Set<Limit> missing) {
    if (missing.contains(Limit.QUERY) && isBoundedBehind(index, STEPS) || namesTimeout()) {
      return Peers.Answer.NO;
    }
    if (missing.contains(Limit.CONNECT) && isProcessBounded(op.called())) {
      return Peers.Answer.NO;
    }
    boolean certain =
        missing.contains(Limit.CONNECT)
            ? isGivenOnly(op, index, fact)
            : !isFromElsewhere(op, index) && !callsTimeout();
    return certain ? Peers.Answer.YES : Peers.Answer.MAYBE;
  }

  /** Whether what something is made of has a limit for each statement or read. */
  private boolean isBoundedBehind(int index, int steps) {
    for (int operand : Operands.ofCall(values.op(index))) {
      Bounded bounded = flow.of(index, operand);
      if (bounded.covers(Limit.QUERY) || bounded.covers(Limit.READ)) {
        return true;
      }
      for (int origin : values.origins(index, operand)) {
        boolean called = !Values.isParameter(origin) && values.op(origin) instanceof Op.Call;
        if (called && steps > 1 && isBoundedBehind(origin, steps - 1)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether it is made by something that somebody else may have bounded, and is no more than that.
   */
  private boolean isFromElsewhere(Op op, int index) {
    return op instanceof Op.Call call
        && call.receiver() >= 0
        && flow.of(index, call.receiver()).isFromOutside();
  }

  /** Whether a text or constant around it names a timeout: a property, an address, a statement. */
  private boolean namesTimeout() {
    for (Scope body : new Nest(calls).bodies(scope.body().method().owner())) {
      for (Op op : body.values().ops()) {
        boolean text = op instanceof Op.Const constant && says(constant.value());
        boolean constant =
            op instanceof Op.GetField get
                && get.object() == Op.NONE
                && isTimeout(get.field().name());
        if (text || constant) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean says(Object value) {
    return value instanceof String text
        && (isTimeout(text) || text.toLowerCase(Locale.ROOT).contains("max_execution_time"));
  }

  private static boolean isTimeout(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "").contains("timeout");
  }

  /** Whether code around it sets some timeout, if not this one: of a transaction, say. */
  private boolean callsTimeout() {
    for (Scope body : new Nest(calls).bodies(scope.body().method().owner())) {
      for (Op op : body.values().ops()) {
        if (op instanceof Op.Call call && isTimeout(call.method().name())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the class sets a limit for all that are made like this. */
  private boolean isProcessBounded(MethodRef maker) {
    for (Scope body : new Nest(calls).bodies(scope.body().method().owner())) {
      for (Op op : body.values().ops()) {
        if (op instanceof Op.Call call
            && call.method().owner().equals(maker.owner())
            && bounds(call.method())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean bounds(MethodRef method) {
    for (Fact fact : calls.contracts().of(method).facts()) {
      if (fact.word() == Word.BOUNDS && LimitWords.bounds(fact).contains(Limit.CONNECT)) {
        return true;
      }
    }
    return false;
  }

  /** Whether nothing but what is in view decides how it connects, and for ever is what it says. */
  private boolean isGivenOnly(Op op, int index, Fact fact) {
    List<String> wanted = List.of(fact.argument("at", "").split(","));
    List<Integer> arguments = LimitFlow.arguments(op);
    for (int a = 0; a < arguments.size(); a++) {
      boolean text = op.called().parameters().get(a).equals("java.lang.String");
      for (int origin : values.origins(index, arguments.get(a))) {
        boolean known =
            a == 0
                ? isAddress(origin, wanted)
                : text || !Values.isParameter(origin) && values.op(origin) instanceof Op.New;
        if (!known) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isAddress(int origin, List<String> wanted) {
    if (Values.isParameter(origin)) {
      return false;
    }
    if (values.op(origin) instanceof Op.Concat concat) {
      // what follows on an unknown host may still be one of the driver's properties
      String begin = text(origin, concat.arguments().get(0));
      boolean parted = false;
      for (int part : concat.arguments().subList(1, concat.arguments().size())) {
        parted |= text(origin, part).contains("/");
      }
      return parted && begins(begin, wanted);
    }
    return values.op(origin) instanceof Op.Const constant
        && constant.value() instanceof String address
        && begins(address, wanted);
  }

  private String text(int index, int register) {
    int[] origins = values.origins(index, register);
    boolean known = origins.length == 1 && !Values.isParameter(origins[0]);
    return known
            && values.op(origins[0]) instanceof Op.Const constant
            && constant.value() instanceof String text
        ? text
        : "";
  }

  private static boolean begins(String address, List<String> wanted) {
    for (String own : THIS_MACHINE) {
      if (address.contains(own)) {
        return false;
      }
    }
    for (String scheme : wanted) {
      if (!scheme.isEmpty() && address.startsWith(scheme)) {
        return true;
      }
    }
    return false;
  }
}

package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells whether two registers may hold one object, fluent calls seen through. */
final class Identity {
  private final Values values;
  private final LimitWords words;

  Identity(Values values, LimitWords words) {
    this.values = values;
    this.words = words;
  }

  /** Whether a register may hold the object of an origin at an op. */
  boolean mayBe(int index, int register, int origin) {
    return register >= 0 && mayBe(values.origins(index, register), origin, new HashSet<>());
  }

  private boolean mayBe(int[] origins, int wanted, Set<Integer> seen) {
    for (int origin : origins) {
      if (origin == wanted) {
        return true;
      }
      if (!Values.isParameter(origin)
          && seen.add(origin)
          && values.op(origin) instanceof Op.Call call
          && words.isFluent(call.method(), call.receiver() >= 0)
          && mayBe(values.origins(origin, call.receiver()), wanted, seen)) {
        return true;
      }
    }
    return false;
  }

  /** The origin of the one object a register holds, fluent calls seen through; null for several. */
  Integer maker(int index, int register) {
    int[] origins = values.origins(index, register);
    for (int hops = 0; origins.length == 1 && hops < values.ops().size(); hops++) {
      int origin = origins[0];
      if (Values.isParameter(origin)
          || !(values.op(origin) instanceof Op.Call call)
          || !words.isFluent(call.method(), call.receiver() >= 0)) {
        return origin;
      }
      origins = values.origins(origin, call.receiver());
    }
    return null;
  }

  /**
   * Whether a register may hold the object as something that still takes limits: the stream of a
   * socket is one with it and takes none.
   */
  boolean gives(int index, int register, int origin) {
    if (!mayBe(index, register, origin)) {
      return false;
    }
    for (int direct : values.origins(index, register)) {
      if (direct == origin
          || Values.isParameter(direct)
          || !(values.op(direct) instanceof Op.Call call)
          || words.isMutable(call.method().result())) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of these arguments of an op may be the object. */
  boolean passes(List<Integer> arguments, int index, int origin) {
    for (int argument : arguments) {
      if (mayBe(index, argument, origin)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a limit can still be set on the object: others who get hold of it may do so. */
  boolean takesLimits(int origin) {
    if (Values.isParameter(origin)) {
      return true;
    }
    Op op = values.op(origin);
    return !(op instanceof Op.Call || op instanceof Op.New) || words.isMutable(op.called().made());
  }
}

package dev.holdfast.analysis.untyped;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Digs that only make the levels of a tree and write to it: nothing of what lies there is read. */
final class Building {
  private final Digging digging;
  private final Calls calls;
  private final Values values;

  Building(Digging digging, Calls calls) {
    this.digging = digging;
    this.calls = calls;
    this.values = digging.scope().values();
  }

  boolean does(Dig dig) {
    Set<Integer> parts = new HashSet<>(dig.chain());
    return makesLevels(dig) && readsNothing(parts, parts, false);
  }

  private boolean makesLevels(Dig dig) {
    int first = dig.chain().get(0);
    boolean own = hasNew(values, first, ((Op.Call) values.op(first)).receiver());
    return own && comesFromHere(first, dig)
        || dig.chain().stream().allMatch(step -> makes((Op.Call) values.op(step), step));
  }

  /** Whether a tree was made in this body, and is not only filled up here. */
  private boolean comesFromHere(int first, Dig dig) {
    for (int origin : values.origins(first, ((Op.Call) values.op(first)).receiver())) {
      if (!isNew(values, origin) && !dig.chain().contains(origin)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a level that is missing is made: by the step itself, a helper, or next to it. */
  private boolean makes(Op.Call call, int index) {
    for (int argument : call.arguments()) {
      for (int origin : values.origins(index, argument)) {
        if (!Values.isParameter(origin)
            && values.op(origin) instanceof Op.Closure closure
            && makes(closure)) {
          return true;
        }
      }
    }
    Digging callee = digging.steps().digs(call) ? null : digging.into(call);
    if (callee != null && returnsNew(callee.scope())) {
      return true;
    }
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call next && next.receiver() >= 0) {
        if (hasNew(values, i, next.receiver()) && values.comesFrom(i, next.receiver(), index)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean makes(Op.Closure closure) {
    if (closure.reference()) {
      return closure.body().name().equals("<init>");
    }
    Scope body = calls.summaries().scope(closure.body());
    return body != null && returnsNew(body);
  }

  private static boolean returnsNew(Scope body) {
    for (int i = 0; i < body.values().ops().size(); i++) {
      if (body.values().op(i) instanceof Op.Return result
          && result.source() >= 0
          && hasNew(body.values(), i, result.source())) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasNew(Values values, int index, int register) {
    for (int origin : values.origins(index, register)) {
      if (isNew(values, origin)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNew(Values values, int origin) {
    return !Values.isParameter(origin) && values.op(origin) instanceof Op.New;
  }

  /**
   * Whether the parts of a tree are only stepped into, tested and written to.
   *
   * @param steps the ops that may step into a part
   * @param gives whether what is returned is the caller's to answer for
   */
  private boolean readsNothing(Set<Integer> parts, Set<Integer> steps, boolean gives) {
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (op instanceof Op.Move || op instanceof Op.Cast || gives && op instanceof Op.Return) {
        continue;
      }
      int index = i;
      boolean[] reads = new boolean[1];
      Operands.forEach(op, r -> reads[0] |= holds(index, r, parts) && !isHarmless(index, r, steps));
      if (reads[0]) {
        return false;
      }
    }
    return true;
  }

  private boolean holds(int index, int register, Set<Integer> parts) {
    for (int origin : values.origins(index, register)) {
      if (parts.contains(origin)) {
        return true;
      }
    }
    return false;
  }

  private boolean isHarmless(int index, int register, Set<Integer> steps) {
    if (!(values.op(index) instanceof Op.Call call)) {
      return false;
    }
    if (call.receiver() == register && (digging.steps().digs(call) || writes(call, index))) {
      return !digging.steps().digs(call) || steps.contains(index);
    }
    Digging callee = steps.contains(index) ? digging.into(call) : null;
    int operand = Operands.ofCall(call).indexOf(register);
    return callee != null
        && operand < callee.scope().body().parameters()
        && new Building(callee, calls).readsNothingOf(Values.parameter(operand));
  }

  /** Whether a helper hands out what it finds in its parameter, and reads nothing there. */
  private boolean readsNothingOf(int parameter) {
    Set<Integer> steps = new HashSet<>();
    for (Dig dig : digging.returned()) {
      if (dig.root() == parameter) {
        steps.addAll(dig.chain());
      }
    }
    Set<Integer> parts = new HashSet<>(steps);
    parts.add(parameter);
    return readsNothing(parts, steps, true);
  }

  /** Whether a call puts something into its receiver, and nobody looks at what was there before. */
  private boolean writes(Op.Call call, int index) {
    boolean puts = false;
    for (int i = 0; i < call.arguments().size(); i++) {
      puts |=
          calls
              .contracts()
              .of(call.method())
              .says(Word.HANDED_OVER, Slot.parameter(i), "CONTAINER");
    }
    return puts && (call.target() < 0 || isDropped(index));
  }

  private boolean isDropped(int made) {
    List<Op> ops = values.ops();
    for (int i = 0; i < ops.size(); i++) {
      int index = i;
      boolean[] used = new boolean[1];
      Operands.forEach(ops.get(i), r -> used[0] |= holds(index, r, Set.of(made)));
      if (used[0]) {
        return false;
      }
    }
    return true;
  }
}

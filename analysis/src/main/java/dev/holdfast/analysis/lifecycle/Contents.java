package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether what lies in a local collection is released through it somewhere in the body: in a loop,
 * or by a method reference. A loop over a collection cannot be told from no loop at all on the
 * level of paths, so this is asked once and for all.
 */
final class Contents {
  private final Values values;
  private final Calls calls;

  Contents(Scope scope, Calls calls) {
    this.values = scope.values();
    this.calls = calls;
  }

  boolean areReleased(int[] containers) {
    Set<Integer> wanted = new HashSet<>();
    for (int container : containers) {
      wanted.add(container);
    }
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (!(op instanceof Op.Call || op instanceof Op.New)) {
        continue;
      }
      List<Integer> operands = Operands.ofCall(op);
      for (int o = 0; o < operands.size(); o++) {
        if (isTakenFrom(i, operands.get(o), wanted, new HashSet<>()) && releases(op, i, o)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean releases(Op op, int index, int operand) {
    Role role = calls.meaningAt(values, op, index).role(operand);
    boolean ends = role == Role.RELEASES || role == Role.MAY_RELEASE || role == Role.OWNS;
    return ends || op instanceof Op.Call call && calls.releasesEach(values, call, index);
  }

  /** Whether a value is a container or was taken out of one. */
  private boolean isTakenFrom(int index, int register, Set<Integer> wanted, Set<Integer> seen) {
    for (int origin : values.origins(index, register)) {
      if (wanted.contains(origin)) {
        return true;
      }
      if (Values.isParameter(origin) || !seen.add(origin)) {
        continue;
      }
      Op op = values.op(origin);
      int from =
          op instanceof Op.Call call
              ? call.receiver()
              : op instanceof Op.ArrayLoad load ? load.array() : Op.NONE;
      if (from >= 0 && isTakenFrom(origin, from, wanted, seen)) {
        return true;
      }
      // Stream.of(all), Arrays.asList(all)
      if (op instanceof Op.Call call
          && call.receiver() < 0
          && Calls.mayHold(call.method().result())) {
        for (int argument : call.arguments()) {
          if (isTakenFrom(origin, argument, wanted, seen)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}

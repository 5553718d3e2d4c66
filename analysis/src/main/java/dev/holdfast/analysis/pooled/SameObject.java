package dev.holdfast.analysis.pooled;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Meaning;
import dev.holdfast.analysis.summary.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Follows an object back to where it comes from, through views and what returns its argument. */
final class SameObject {
  private final Values values;
  private final Calls calls;

  SameObject(Values values, Calls calls) {
    this.values = values;
    this.calls = calls;
  }

  /** Where the value of a register comes from. */
  Set<Integer> origins(int index, int register) {
    Set<Integer> found = new HashSet<>();
    collect(index, register, found, new HashSet<>());
    return found;
  }

  /** Whether a register may hold an object of these origins, or a view of it. */
  boolean is(Set<Integer> object, int index, int register) {
    for (int origin : origins(index, register)) {
      if (object.contains(origin)) {
        return true;
      }
    }
    return false;
  }

  private void collect(int index, int register, Set<Integer> found, Set<Integer> seen) {
    for (int origin : values.origins(index, register)) {
      if (!seen.add(origin)) {
        continue;
      }
      boolean through = false;
      if (!Values.isParameter(origin)
          && (values.op(origin) instanceof Op.Call || values.op(origin) instanceof Op.New)) {
        Op op = values.op(origin);
        List<Integer> operands = Operands.ofCall(op);
        Meaning meaning = operands.isEmpty() ? null : calls.meaning(op);
        for (int i = 0; i < operands.size(); i++) {
          if (meaning.role(i) == Role.ALIASES) {
            collect(origin, operands.get(i), found, seen);
            through = true;
          }
        }
      }
      if (!through) {
        found.add(origin);
      }
    }
  }
}

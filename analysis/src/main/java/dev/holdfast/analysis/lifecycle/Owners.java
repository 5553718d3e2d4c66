package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Places;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Acquisition;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells whose release ends a duty too: rows end with their statement, that with its connection. */
final class Owners {
  private final Scope scope;
  private final Calls calls;
  private final Values values;

  Owners(Scope scope, Calls calls) {
    this.scope = scope;
    this.calls = calls;
    this.values = scope.values();
  }

  /** Keys of all owners of what an op acquires. */
  Set<String> keys(int index, Acquisition acquisition) {
    Set<String> keys = new HashSet<>();
    for (int operand : operands(values.op(index), acquisition)) {
      add(index, operand, keys);
    }
    return keys;
  }

  /** Origins of its next owners. */
  Set<Integer> origins(int index, Acquisition acquisition) {
    Set<Integer> origins = new HashSet<>();
    for (int operand : operands(values.op(index), acquisition)) {
      for (int origin : values.origins(index, operand)) {
        origins.add(origin);
      }
    }
    return origins;
  }

  /**
   * The value and what it is one with, or ends with: {@code client.target(..).request()} ends with
   * its client.
   */
  private void add(int index, int register, Set<String> keys) {
    if (!keys.addAll(Places.keys(scope.values(), index, register))) {
      return;
    }
    for (int origin : values.origins(index, register)) {
      if (Values.isParameter(origin) || !(values.op(origin) instanceof Op.Call call)) {
        continue;
      }
      if (call.receiver() >= 0
          && calls.contracts().of(call.method()).says(Word.ALIASES, Slot.RESULT)) {
        add(origin, call.receiver(), keys);
      }
      Acquisition duty = calls.mayAcquire(call.method()) ? calls.meaning(call).acquires() : null;
      if (duty != null) {
        operands(call, duty).forEach(operand -> add(origin, operand, keys));
      }
    }
  }

  private static List<Integer> operands(Op op, Acquisition acquisition) {
    if (acquisition.closedBy().isEmpty()) {
      return List.of();
    }
    List<Integer> found = new ArrayList<>();
    List<Integer> operands = Operands.ofCall(op);
    boolean receiver = op instanceof Op.Call call && call.receiver() >= 0;
    for (String name : acquisition.closedBy().split(",")) {
      int operand =
          name.trim().equals("this") ? 0 : Integer.parseInt(name.trim()) + (receiver ? 1 : 0);
      if (operand < operands.size()) {
        found.add(operands.get(operand));
      }
    }
    return found;
  }
}

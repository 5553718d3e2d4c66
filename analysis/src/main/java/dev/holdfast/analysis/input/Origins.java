package dev.holdfast.analysis.input;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Traces a stream or reader back, through what wraps it, to whoever decides how long it is. */
final class Origins {
  private final Values values;
  private final Calls calls;
  private final Map<Integer, Integer> archives = new HashMap<>();
  private final Map<FieldRef, Integer> archiveFields = new HashMap<>();

  Origins(Scope scope, Calls calls) {
    this.values = scope.values();
    this.calls = calls;
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call call
          && call.receiver() >= 0
          && Load.of(calls.contracts().of(call.method())) == Load.ARCHIVE) {
        noteArchive(i, call.receiver());
      }
    }
  }

  /** Whoever takes entries out of something takes it for an archive. */
  private void noteArchive(int index, int register) {
    for (int origin : values.origins(index, register)) {
      archives.putIfAbsent(origin, index);
      if (!Values.isParameter(origin) && values.op(origin) instanceof Op.GetField get) {
        archiveFields.putIfAbsent(get.field(), index);
      }
    }
  }

  /**
   * What a register may be read from: the op that says so, or the parameter, and the kind of load,
   * which is null for a parameter of which nothing is known.
   */
  Map<Integer, Load> of(int index, int register) {
    Map<Integer, Load> found = new LinkedHashMap<>();
    trace(index, register, found, new HashSet<>());
    return found;
  }

  /** What the source at an origin is made from, through what it wraps. */
  Map<Integer, Load> behind(int origin) {
    Map<Integer, Load> found = new LinkedHashMap<>();
    if (!Values.isParameter(origin)) {
      follow(origin, found, new HashSet<>());
    }
    return found;
  }

  private void trace(int index, int register, Map<Integer, Load> found, Set<Integer> seen) {
    for (int origin : values.origins(index, register)) {
      if (seen.add(origin)) {
        Load load = known(origin);
        if (load != null || Values.isParameter(origin)) {
          found.put(origin, load);
        } else {
          follow(origin, found, seen);
        }
      }
    }
  }

  private Load known(int origin) {
    if (archives.containsKey(origin)) {
      return Load.ARCHIVE;
    }
    if (Values.isParameter(origin)) {
      return null;
    }
    Op op = values.op(origin);
    if (op instanceof Op.GetField get) {
      return archiveFields.containsKey(get.field()) ? Load.ARCHIVE : null;
    }
    return op.called() == null ? null : Load.of(calls.contracts().of(op.called()));
  }

  private void follow(int origin, Map<Integer, Load> found, Set<Integer> seen) {
    Op op = values.op(origin);
    if (op.called() == null) {
      return;
    }
    Contract contract = calls.contracts().of(op.called());
    if (bounds(contract)) {
      return;
    }
    if (op instanceof Op.Call call) {
      if (call.receiver() >= 0 && contract.says(Word.ALIASES, Slot.RESULT)) {
        trace(origin, call.receiver(), found, seen);
      }
      followArguments(contract, origin, call.arguments(), found, seen);
    } else if (op instanceof Op.New made) {
      followArguments(contract, origin, made.arguments(), found, seen);
    }
  }

  private void followArguments(
      Contract contract,
      int origin,
      List<Integer> arguments,
      Map<Integer, Load> found,
      Set<Integer> seen) {
    for (int i = 0; i < arguments.size(); i++) {
      if (contract.says(Word.ALIASES, Slot.parameter(i))) {
        trace(origin, arguments.get(i), found, seen);
      }
    }
  }

  /** Whether a call has to do with how long something is or may become. */
  static boolean bounds(Contract contract) {
    for (Fact fact : contract.facts()) {
      if (fact.word() == Word.BOUNDS
          && (fact.value("").contains(Limit.LENGTH.name())
              || fact.value("").contains(Limit.SIZE.name()))) {
        return true;
      }
    }
    return false;
  }
}

package dev.holdfast.analysis.retention;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.world.Contracts;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.List;

/** What calls put into, and take from, the places that a thread has for itself. */
final class ThreadPlaces {
  private final Contracts contracts;

  ThreadPlaces(Contracts contracts) {
    this.contracts = contracts;
  }

  /** Whether a call of a method with this contract has to do with such a place. */
  static boolean concerns(Contract contract) {
    for (Fact fact : contract.facts()) {
      if (isKept(fact)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isKept(Fact fact) {
    return fact.word() == Word.HANDED_OVER && fact.value("").equals("THREAD_LOCAL");
  }

  /** Register of what a call puts there, or none. */
  int put(Op op) {
    if (!(op instanceof Op.Call call)) {
      return Op.NONE;
    }
    Contract contract = contracts.of(call.method());
    for (int i = 0; i < call.arguments().size(); i++) {
      Fact fact = contract.fact(Word.HANDED_OVER, Slot.parameter(i));
      if (fact != null && isKept(fact) && !contract.says(Word.ACQUIRES, Slot.RESULT)) {
        return call.arguments().get(i);
      }
    }
    return Op.NONE;
  }

  /** Whether a method makes such a place. */
  boolean makes(MethodRef method) {
    Fact fact = contracts.of(method).fact(Word.HANDED_OVER, Slot.RESULT);
    return fact != null && isKept(fact);
  }

  /** Whether a call takes away what is there. */
  boolean takes(Values values, int index) {
    return values.op(index) instanceof Op.Call call
        && (put(call) == Op.NONE
            ? contracts.of(call.method()).says(Word.HANDED_OVER, Slot.RESULT)
            : isNothing(values, index, put(call)));
  }

  /** Whether an op asks what is in a place. */
  boolean reads(Values values, int index, String place) {
    return values.op(index) instanceof Op.Call call
        && put(call) == Op.NONE
        && isSame(place, place(values, index, call));
  }

  /** Nothing, or what was there before. */
  private boolean isNothing(Values values, int index, int register) {
    for (int origin : values.origins(index, register)) {
      if (Values.isParameter(origin)) {
        return false;
      }
      Op op = values.op(origin);
      boolean nothing = op instanceof Op.Const constant && constant.value() == null;
      boolean before =
          op instanceof Op.Call call
              && place(values, origin, call) != null
              && place(values, origin, call).equals(place(values, index, values.op(index)));
      if (!nothing && !before) {
        return false;
      }
    }
    return true;
  }

  /** Name of the place a call is made on: a field, or the type of a static method. */
  String place(Values values, int index, Op op) {
    if (!(op instanceof Op.Call call)) {
      return null;
    }
    if (call.receiver() == Op.NONE) {
      String key = call.arguments().isEmpty() ? null : key(values, index, call.arguments().get(0));
      return key == null ? call.method().owner() : call.method().owner() + "#" + key;
    }
    FieldRef field = field(values, index, call);
    return field == null ? null : field.owner() + "." + field.name();
  }

  private static String key(Values values, int index, int register) {
    int[] origins = values.origins(index, register);
    return origins.length == 1
            && !Values.isParameter(origins[0])
            && values.op(origins[0]) instanceof Op.Const constant
            && constant.value() instanceof String text
        ? text
        : null;
  }

  /** Whether two names may mean one place: a call without a key means all of its type. */
  static boolean isSame(String one, String other) {
    return other != null
        && (one.equals(other) || one.startsWith(other + "#") || other.startsWith(one + "#"));
  }

  /** The field whose place it is, or null. */
  FieldRef field(Values values, int index, Op op) {
    List<Integer> operands = Operands.ofCall(op);
    if (operands.isEmpty()) {
      return null;
    }
    int[] origins = values.origins(index, operands.get(0));
    return origins.length == 1
            && !Values.isParameter(origins[0])
            && values.op(origins[0]) instanceof Op.GetField get
        ? get.field()
        : null;
  }
}

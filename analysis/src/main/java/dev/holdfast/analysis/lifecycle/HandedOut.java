package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Places;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Meaning;
import dev.holdfast.analysis.summary.Role;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.List;
import java.util.Set;

/**
 * Tells which calls empty the place where something was put: {@code remove}, {@code clear}, {@code
 * set(null)}, or a method of the user's own that does so.
 */
final class HandedOut {
  private static final int VIEWS = 3;

  private final Calls calls;

  HandedOut(Calls calls) {
    this.calls = calls;
  }

  /** Name of a field of an object. */
  static String place(Values values, int index, int holder, FieldRef field) {
    String object = holder == Op.NONE ? "static" : Places.keys(values, index, holder).toString();
    return object + "." + field.owner() + "." + field.name();
  }

  /** Name of a container; a view of it has the same. */
  static String container(Values values, Calls calls, int index, int register) {
    int at = index;
    int container = register;
    for (int i = 0; i < VIEWS; i++) {
      int[] origins = values.origins(at, container);
      if (origins.length != 1
          || Values.isParameter(origins[0])
          || !(values.op(origins[0]) instanceof Op.Call call)
          || call.receiver() < 0
          || !calls.contracts().of(call.method()).says(Word.ALIASES, Slot.RESULT)) {
        break;
      }
      at = origins[0];
      container = call.receiver();
    }
    return Places.keys(values, at, container).toString();
  }

  static boolean isNull(Values values, int index, int register) {
    int[] origins = values.origins(index, register);
    return origins.length == 1
        && !Values.isParameter(origins[0])
        && values.op(origins[0]) instanceof Op.Const constant
        && constant.value() == null;
  }

  /** Whether a call empties a place of this name. */
  boolean takes(Values values, Op.Call call, int index, String place) {
    if (call.receiver() >= 0
        && empties(values, call, index)
        && container(values, calls, index, call.receiver()).equals(place)) {
      return true;
    }
    return calls.isOwnCode(call.method())
        && isSamePlace(values, call, index, place)
        && takesInside(call, place);
  }

  /** Whether the result of a call is what its receiver held. */
  boolean isGivenOut(Op.Call call) {
    Fact handed = calls.contracts().of(call.method()).fact(Word.HANDED_OVER, Slot.RESULT);
    return handed != null && handed.value("OWNER").equals("OWNER");
  }

  private boolean empties(Values values, Op.Call call, int index) {
    if (isGivenOut(call)) {
      return true;
    }
    Meaning meaning = null;
    List<Integer> operands = Operands.ofCall(call);
    for (int i = 1; i < operands.size(); i++) {
      if (isNull(values, index, operands.get(i))) {
        meaning = meaning == null ? calls.meaning(call) : meaning;
        if (meaning.role(i) == Role.CONTAINS) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the callee calls a place what the caller does: it is static, or of the same object. */
  private static boolean isSamePlace(Values values, Op.Call call, int index, String place) {
    return !place.contains("[p")
        || call.receiver() >= 0 && Places.keys(values, index, call.receiver()).equals(Set.of("p0"));
  }

  private boolean takesInside(Op.Call call, String place) {
    Scope scope = calls.summaries().scope(call.method());
    if (scope == null) {
      return false;
    }
    Values values = scope.values();
    boolean takes = false;
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (givesOn(op)) {
        return false;
      }
      String emptied = null;
      if (op instanceof Op.PutField put && isNull(values, i, put.source())) {
        emptied = place(values, i, put.object(), put.field());
      } else if (op instanceof Op.ArrayStore store && isNull(values, i, store.source())) {
        emptied = container(values, calls, i, store.array());
      } else if (op instanceof Op.Call inner
          && inner.receiver() >= 0
          && empties(values, inner, i)) {
        emptied = container(values, calls, i, inner.receiver());
      }
      // kept by a method of the object somewhere in it
      takes |=
          emptied != null
              && (emptied.equals(place) || place.equals("[p0]") && emptied.startsWith("[p0"));
    }
    return takes;
  }

  /** A body that also gives something back or returns it does more than to empty a place. */
  private boolean givesOn(Op op) {
    if (op instanceof Op.Return result) {
      return result.source() >= 0;
    }
    if (!(op instanceof Op.Call || op instanceof Op.New)) {
      return false;
    }
    int operands = Operands.ofCall(op).size();
    Meaning meaning = operands == 0 ? null : calls.meaning(op);
    for (int i = 0; i < operands; i++) {
      Role role = meaning.role(i);
      if (role == Role.RELEASES || role == Role.MAY_RELEASE || role == Role.OWNS) {
        return true;
      }
    }
    return false;
  }
}

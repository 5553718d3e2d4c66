package dev.holdfast.analysis.structure;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A method that reads nested input by calling itself: as deep as the input says. */
final class Descending {
  private static final Set<String> NUMBERS = Set.of("int", "long", "short", "byte");
  private static final List<String> MEASURING =
      List.of("depth", "level", "nest", "limit", "enter", "stack");

  private final Scope scope;
  private final Values values;
  private final Calls calls;

  Descending(Scope scope, Calls calls) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
  }

  /** Whether a method of these parameters reads input at all. */
  static boolean readsInput(MethodRef method, Calls calls) {
    for (String type : method.parameters()) {
      if (isInput(type, calls)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInput(String type, Calls calls) {
    return Calls.mayHold(type) && calls.contracts().ofType(type).says(Word.UNBOUNDED, Slot.TYPE);
  }

  /** Whether the call reads on from where this one is, and nobody counts. */
  boolean goesDown(Op.Call call, int index) {
    List<String> types = call.method().parameters();
    boolean reads = false;
    for (int k = 0; k < types.size(); k++) {
      int entry = scope.body().parameter(k);
      boolean unchanged = Recursion.isUnchanged(values, index, call.arguments().get(k), entry);
      if (NUMBERS.contains(types.get(k)) && !unchanged) {
        return false;
      }
      reads |= unchanged && isInput(types.get(k), calls) && isRead(entry, index);
    }
    return reads && !isMeasured();
  }

  /** Whether something is read before the method goes down. */
  private boolean isRead(int entry, int index) {
    for (int i = 0; i < values.ops().size(); i++) {
      MethodRef called = values.op(i).called();
      if (called != null
          && !called.equals(scope.body().method())
          && scope.mayRunBefore(i, index)
          && values.takes(i, Values.parameter(entry))) {
        return true;
      }
    }
    return false;
  }

  private boolean isMeasured() {
    for (Op op : values.ops()) {
      if (op instanceof Op.PutField put && NUMBERS.contains(put.field().type())
          || op instanceof Op.GetField get && isMeasure(get.field().name())
          || op instanceof Op.Call call
              && !call.method().equals(scope.body().method())
              && isMeasure(call.method().name())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMeasure(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String part : MEASURING) {
      if (lower.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** Whether nothing else that is passed down could know how deep it is. */
  boolean isDefinite(Op.Call call) {
    for (String type : call.method().parameters()) {
      if (Calls.mayHold(type)
          && !isInput(type, calls)
          && !type.startsWith("java.")
          && !type.endsWith("[]")) {
        return false;
      }
    }
    return true;
  }
}

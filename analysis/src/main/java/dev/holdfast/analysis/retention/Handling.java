package dev.holdfast.analysis.retention;

import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;

/** What the catalog says that a call does to the collection it is made on. */
public final class Handling {
  /** What a call does to its receiver. */
  public enum Effect {
    GROWS,
    SHRINKS,
    ASKS_SIZE,
    NOTHING,
    UNKNOWN
  }

  private final Calls calls;

  public Handling(Calls calls) {
    this.calls = calls;
  }

  public Effect of(MethodRef method) {
    Contract contract = calls.contracts().of(method);
    if (!contract.mentioned()) {
      return method.descriptor().equals("()Ljava/lang/String;")
              || method.descriptor().equals("(Ljava/lang/Object;)Z")
                  && method.name().equals("equals")
              || method.descriptor().equals("()I")
          ? Effect.NOTHING
          : Effect.UNKNOWN;
    }
    if (contract.says(Word.HANDED_OVER, Slot.RESULT)) {
      return Effect.SHRINKS;
    }
    if (grows(contract, method)) {
      return Effect.GROWS;
    }
    boolean asks = method.descriptor().equals("()I") || method.descriptor().equals("()Z");
    return asks && !method.name().startsWith("has") ? Effect.ASKS_SIZE : Effect.NOTHING;
  }

  /**
   * Whether a call puts something in beside what is there. What takes a place that it is told
   * ({@code list.set(i, x)}) or only a new value for a key it has ({@code map.replace(k, v)}) does
   * not.
   */
  static boolean grows(Contract contract, MethodRef method) {
    if (method.isConstructor() || method.parameters().isEmpty()) {
      return false;
    }
    if (isKept(contract, 0)) {
      return true;
    }
    return method.parameters().get(0).equals("int")
        && method.result().equals("void")
        && isKept(contract, 1);
  }

  private static boolean isKept(Contract contract, int parameter) {
    return contract.says(Word.HANDED_OVER, Slot.parameter(parameter), "CONTAINER");
  }

  /** Register of the key or element that a growing call brings. */
  static int key(Op.Call call) {
    boolean at = call.method().parameters().get(0).equals("int");
    return call.arguments().get(at ? 1 : 0);
  }

  /** Register of what goes in beside the key, or none. */
  static int value(Op.Call call) {
    boolean at = call.method().parameters().get(0).equals("int");
    return !at && call.arguments().size() > 1 ? call.arguments().get(1) : Op.NONE;
  }
}

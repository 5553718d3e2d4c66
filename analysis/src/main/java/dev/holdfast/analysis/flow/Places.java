package dev.holdfast.analysis.flow;

import dev.holdfast.analysis.ir.Op;
import java.util.LinkedHashSet;
import java.util.Set;

/** Names for values that two ops can agree on, though each loads them anew. */
public final class Places {
  private Places() {}

  /** Keys of all origins of a register at an op. */
  public static Set<String> keys(Values values, int index, int register) {
    return keys(values.origins(index, register), values);
  }

  /** Keys of origins. */
  public static Set<String> keys(int[] origins, Values values) {
    Set<String> keys = new LinkedHashSet<>();
    for (int origin : origins) {
      keys.add(key(values, origin, 0));
    }
    return keys;
  }

  /** Whether an origin lives outside the body: parameter, field, or taken from one. */
  public static boolean isOutside(Values values, int origin) {
    if (Values.isParameter(origin)) {
      return true;
    }
    Op op = values.op(origin);
    return op instanceof Op.GetField || op instanceof Op.ArrayLoad;
  }

  /** Whether a register may hold what a field of this name held. */
  public static boolean isFrom(String field, Values values, int index, int register) {
    for (int origin : values.origins(index, register)) {
      if (!Values.isParameter(origin)
          && values.op(origin) instanceof Op.GetField get
          && get.field().name().equals(field)) {
        return true;
      }
    }
    return false;
  }

  private static String key(Values values, int origin, int depth) {
    if (Values.isParameter(origin)) {
      return "p" + Values.register(origin);
    }
    if (depth < 4 && values.op(origin) instanceof Op.GetField get) {
      if (get.object() == Op.NONE) {
        return get.field().owner() + "." + get.field().name();
      }
      int[] objects = values.origins(origin, get.object());
      if (objects.length == 1) {
        return key(values, objects[0], depth + 1) + "." + get.field().name();
      }
    }
    return "o" + origin;
  }
}

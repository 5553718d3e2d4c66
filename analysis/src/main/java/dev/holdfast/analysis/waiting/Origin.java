package dev.holdfast.analysis.waiting;

import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a value comes from, in whichever of the bodies around it was made.
 *
 * @param index the op that made it, or a parameter, as {@link Values} has them
 */
public record Origin(Frame frame, int index) {
  /** All origins of a register at an op; what a lambda captures comes from the body around. */
  public static List<Origin> of(Frame frame, int at, int register) {
    List<Origin> found = new ArrayList<>();
    for (int origin : frame.values().origins(at, register)) {
      int captured = Values.isParameter(origin) ? frame.captured(Values.register(origin)) : -1;
      if (captured < 0) {
        found.add(new Origin(frame, origin));
      } else {
        found.addAll(of(frame.around(), frame.closure(), captured));
      }
    }
    return found;
  }

  public boolean isParameter() {
    return Values.isParameter(index);
  }

  /** The op that made it, or null for a parameter. */
  public Op op() {
    return isParameter() ? null : frame.values().op(index);
  }

  /** Origins of an operand of the op that made it. */
  public List<Origin> operand(int register) {
    return of(frame, index, register);
  }

  /** A name that other loads of the same place share. */
  public String place() {
    return place(0);
  }

  private String place(int depth) {
    if (isParameter()) {
      return "p" + Values.register(index) + "@" + frame.depth();
    }
    if (depth < 4 && op() instanceof Op.GetField get) {
      if (get.object() == Op.NONE) {
        return get.field().owner() + "." + get.field().name();
      }
      List<Origin> objects = operand(get.object());
      if (objects.size() == 1) {
        return objects.get(0).place(depth + 1) + "." + get.field().name();
      }
    }
    return "o" + index + "@" + frame.depth();
  }

  /** What the source calls it, or null. */
  public String name() {
    if (isParameter()) {
      int register = Values.register(index);
      boolean self = register == 0 && !frame.scope().body().isStatic();
      return self ? "this" : frame.scope().body().name(register);
    }
    if (op() instanceof Op.GetField get) {
      return get.field().name();
    }
    if (op() instanceof Op.Const constant && constant.value() instanceof Op.TypeConstant type) {
      return type.type().substring(type.type().lastIndexOf('.') + 1) + ".class";
    }
    return op().target() < 0 ? null : frame.scope().body().name(op().target());
  }
}

package dev.holdfast.analysis.waiting;

import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.world.Hierarchy;
import java.util.ArrayList;
import java.util.List;

/**
 * A call that waits, or a method reference to one.
 *
 * @param index the op
 * @param awaited where that comes from which is waited for
 * @param elements whether it is each element of that
 */
record Wait(Frame frame, int index, MethodRef method, List<Origin> awaited, boolean elements) {
  Wait {
    awaited = List.copyOf(awaited);
  }

  Op op() {
    return frame.values().op(index);
  }

  /** Whether what is waited for may be of a type, or the type one of its kind. */
  boolean isOfKind(String type, Hierarchy hierarchy) {
    String kind = method.owner();
    return !kind.equals("java.lang.Object")
        && !type.equals("java.lang.Object")
        && (hierarchy.isSubtype(kind, type) || hierarchy.isSubtype(type, kind));
  }

  /** The waits of one body, those of its lambdas left out. */
  static List<Wait> in(Frame frame, ThreadWords words) {
    List<Wait> found = new ArrayList<>();
    for (int i = 0; i < frame.values().ops().size(); i++) {
      Op op = frame.values().op(i);
      if (op instanceof Op.Call call && words.waits(call.method())) {
        int awaited =
            call.receiver() >= 0
                ? call.receiver()
                : call.arguments().isEmpty() ? Op.NONE : call.arguments().get(0);
        found.add(new Wait(frame, i, call.method(), Origin.of(frame, i, awaited), false));
      } else if (op instanceof Op.Closure closure
          && closure.reference()
          && words.waits(closure.body())) {
        found.add(reference(frame, i, closure));
      }
    }
    return found;
  }

  private static Wait reference(Frame frame, int index, Op.Closure closure) {
    if (!closure.captures().isEmpty()) {
      List<Origin> bound = Origin.of(frame, index, closure.captures().get(0));
      return new Wait(frame, index, closure.body(), bound, false);
    }
    Frame.Use use = frame.useOf(index);
    List<Origin> stream = use == null ? List.of() : Origin.of(frame, use.index(), use.receiver());
    return new Wait(frame, index, closure.body(), stream, true);
  }
}

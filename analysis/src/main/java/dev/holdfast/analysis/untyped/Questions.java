package dev.holdfast.analysis.untyped;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import java.util.HashSet;
import java.util.Set;

/** Whether a method that answers a question says yes only to what has passed a type test. */
final class Questions {
  private final Body body;
  private final Values values;

  private record Place(int block, int position, int answer) {}

  Questions(Scope scope) {
    this.body = scope.body();
    this.values = scope.values();
  }

  boolean isTrueOnlyFor(int parameter) {
    boolean answers = false;
    for (int b = 0; b < body.blocks().size(); b++) {
      for (int p = 0; p < body.blocks().get(b).ops().size(); p++) {
        Op op = body.blocks().get(b).ops().get(p);
        if (op.target() == parameter) {
          return false;
        }
        if (op instanceof Op.Return result && values.isReachable(b)) {
          answers = true;
          if (!tested(new Place(b, p, result.source()), parameter, new HashSet<>())) {
            return false;
          }
        }
      }
    }
    return answers;
  }

  /** From an answer back to the entry; there is no answer to look for once it is known as yes. */
  private boolean tested(Place place, int parameter, Set<Place> seen) {
    if (!seen.add(place)) {
      return true;
    }
    int answer = place.answer();
    for (int p = place.position() - 1; p >= 0 && answer >= 0; p--) {
      Op op = body.blocks().get(place.block()).ops().get(p);
      if (op.target() != answer) {
        continue;
      }
      if (op instanceof Op.Move move) {
        answer = move.source();
      } else if (op instanceof Op.Const constant) {
        if (Boolean.FALSE.equals(constant.value()) || Integer.valueOf(0).equals(constant.value())) {
          return true;
        }
        answer = Op.NONE;
      } else {
        return isTypeTest(op, values.index(place.block(), p), parameter);
      }
    }
    if (place.block() == 0) {
      return false;
    }
    for (int b = 0; b < body.blocks().size(); b++) {
      for (Edge edge : body.blocks().get(b).edges()) {
        int end = body.blocks().get(b).ops().size() - (edge.kind() == Edge.Kind.RAISE ? 1 : 0);
        if (edge.target() == place.block()
            && values.isReachable(b)
            && !(answer < 0 && isTest(edge, parameter))
            && !tested(new Place(b, end, answer), parameter, seen)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isTest(Edge edge, int parameter) {
    return edge.test() != null
        && edge.test().is() == Edge.Test.Is.INSTANCE
        && edge.test().register() == parameter;
  }

  /** {@code instanceof} as a value. */
  private boolean isTypeTest(Op op, int index, int parameter) {
    if (!(op instanceof Op.Opaque opaque) || opaque.arguments().size() != 1) {
      return false;
    }
    int[] origins = values.origins(index, opaque.arguments().get(0));
    return origins.length == 1 && origins[0] == Values.parameter(parameter);
  }
}

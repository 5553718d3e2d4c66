package dev.holdfast.analysis.retention;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.limits.Bodies;

/** Whether others are handed what a thread was given, whoever gave it and when. */
final class Accessors {
  private final Bodies bodies;
  private final ThreadPlaces places;
  private final String place;

  Accessors(Bodies bodies, ThreadPlaces places, String place) {
    this.bodies = bodies;
    this.places = places;
    this.place = place;
  }

  boolean exist() {
    for (Scope scope : bodies.scopes()) {
      Values values = scope.values();
      boolean lambda = bodies.closure(scope.body().method()) != null;
      for (int i = 0; !lambda && i < values.ops().size(); i++) {
        if (values.op(i) instanceof Op.Return result && isFound(values, i, result.source(), 0)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isFound(Values values, int index, int register, int depth) {
    for (int origin : values.origins(index, register)) {
      if (Values.isParameter(origin)) {
        continue;
      }
      if (places.reads(values, origin, place)) {
        return true;
      }
      boolean[] found = {false};
      if (depth < 2) {
        Operands.forEach(
            values.op(origin), operand -> found[0] |= isFound(values, origin, operand, depth + 1));
      }
      if (found[0]) {
        return true;
      }
    }
    return false;
  }
}

package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Meaning;
import java.util.HashMap;
import java.util.Map;

/** Recognises bodies such as {@code return x != null}: a null test under another name. */
final class NullTests {
  private NullTests() {}

  static Meaning.NullTest of(Scope scope) {
    Body body = scope.body();
    if (!body.method().result().equals("boolean") || body.blocks().size() > 8) {
      return null;
    }
    for (int b = 0; b < body.blocks().size(); b++) {
      Boolean whenNull = null;
      Boolean whenNonNull = null;
      int register = -1;
      for (Edge edge : body.blocks().get(b).edges()) {
        if (edge.test() == null) {
          continue;
        }
        register = edge.test().register();
        if (edge.test().is() == Edge.Test.Is.NULL) {
          whenNull = result(body, edge.target());
        } else if (edge.test().is() == Edge.Test.Is.NONNULL) {
          whenNonNull = result(body, edge.target());
        }
      }
      if (whenNull != null && whenNonNull != null && !whenNull.equals(whenNonNull)) {
        int[] origins = scope.values().originsAtEnd(b, register);
        if (origins.length == 1 && Values.isParameter(origins[0])) {
          return new Meaning.NullTest(Values.register(origins[0]), whenNonNull);
        }
      }
    }
    return null;
  }

  /** The boolean constant that a straight way from this block returns, or null. */
  private static Boolean result(Body body, int from) {
    Map<Integer, Object> constants = new HashMap<>();
    int at = from;
    for (int steps = 0; at >= 0 && steps < 6; steps++) {
      Block block = body.blocks().get(at);
      for (Op op : block.ops()) {
        if (op instanceof Op.Const constant) {
          constants.put(constant.target(), constant.value());
        } else if (op instanceof Op.Move move) {
          constants.put(move.target(), constants.get(move.source()));
        } else if (op instanceof Op.Return returned) {
          Object value = constants.get(returned.source());
          return value instanceof Boolean truth
              ? truth
              : value instanceof Integer number ? Boolean.valueOf(number != 0) : null;
        }
      }
      at = block.edges().size() == 1 ? block.edges().get(0).target() : -1;
    }
    return null;
  }
}

package dev.holdfast.analysis.retention;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.limits.Bodies;
import dev.holdfast.analysis.summary.Calls;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/** Whether a key gets in only after it was found in a collection that is filled at start. */
final class Admitted {
  private final Calls calls;
  private final Lifetimes lifetimes;
  private final KeptFields fields;
  private final Bodies bodies;

  Admitted(Calls calls, Lifetimes lifetimes, KeptFields fields, Bodies bodies) {
    this.calls = calls;
    this.lifetimes = lifetimes;
    this.fields = fields;
    this.bodies = bodies;
  }

  /** Whether no path leads to a growth but through such a test of its key. */
  boolean isTested(Growth growth) {
    Values values = growth.scope().values();
    int[] key = values.origins(growth.index(), growth.key());
    BitSet tests = new BitSet();
    for (int i = 0; key.length == 1 && i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call call
          && call.method().name().startsWith("contains")
          && call.method().descriptor().equals("(Ljava/lang/Object;)Z")
          && sees(values, i, call, key[0])) {
        tests.set(i);
      }
    }
    return !tests.isEmpty() && !isReachedWithout(tests, growth);
  }

  private boolean sees(Values values, int index, Op.Call call, int key) {
    int[] asked = values.origins(index, call.arguments().get(0));
    int[] in = values.origins(index, call.receiver());
    return asked.length == 1
        && asked[0] == key
        && in.length == 1
        && !Values.isParameter(in[0])
        && values.op(in[0]) instanceof Op.GetField get
        && isFilledAtStart(get.field());
  }

  /** Whether nothing is put into it, nor into its field, but while its owner is made. */
  private boolean isFilledAtStart(FieldRef field) {
    if (!fields.isPrivate(field)) {
      return false;
    }
    Uses uses = new Uses(calls, field, bodies.scopes());
    boolean single = !field.isStatic();
    return !uses.given.isEmpty()
        && uses.given.stream()
            .allMatch(
                place ->
                    place.scope().body().method().name().equals(single ? "<init>" : "<clinit>"))
        && uses.growths.stream()
            .allMatch(growth -> lifetimes.runsAtStart(growth.method(), bodies, single));
  }

  private static boolean isReachedWithout(BitSet tests, Growth growth) {
    Scope scope = growth.scope();
    int last = scope.values().blockOf(growth.index());
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    seen.set(0);
    open.add(0);
    while (!open.isEmpty()) {
      int block = open.poll();
      if (block == last) {
        return true;
      }
      for (Edge edge : scope.body().blocks().get(block).edges()) {
        if (edge.target() >= 0
            && !isPassed(scope.values(), block, edge.test(), tests)
            && !seen.get(edge.target())) {
          seen.set(edge.target());
          open.add(edge.target());
        }
      }
    }
    return false;
  }

  private static boolean isPassed(Values values, int block, Edge.Test test, BitSet tests) {
    if (test == null || test.is() != Edge.Test.Is.TRUE) {
      return false;
    }
    int[] origins = values.originsAtEnd(block, test.register());
    for (int origin : origins) {
      if (Values.isParameter(origin) || !tests.get(origin)) {
        return false;
      }
    }
    return origins.length > 0;
  }
}

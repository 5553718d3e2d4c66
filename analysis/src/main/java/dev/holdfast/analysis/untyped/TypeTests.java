package dev.holdfast.analysis.untyped;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.MethodView;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Whether a value has passed a type test on every way to where it is used: what a walk from there
 * back to the op that made it meets. Made only for a body with a loop that walks a path.
 */
final class TypeTests {
  private final Body body;
  private final Values values;
  private final Calls calls;
  private final Trees trees;

  private record Place(int block, int position, int register) {}

  TypeTests(Scope scope, Calls calls, Trees trees) {
    this.body = scope.body();
    this.values = scope.values();
    this.calls = calls;
    this.trees = trees;
  }

  /**
   * Whether no way leads from a maker that needs a test to the op that uses the register.
   *
   * @param atEntry whether a value that was there at entry needs none
   * @param needsNone whether what an op makes needs none
   */
  boolean passed(int index, int register, boolean atEntry, IntPredicate needsNone) {
    int block = values.blockOf(index);
    Place use = new Place(block, index - values.index(block, 0), register);
    return passed(use, atEntry, needsNone, new HashSet<>());
  }

  private boolean passed(Place use, boolean atEntry, IntPredicate needsNone, Set<Place> seen) {
    if (!seen.add(use)) {
      return true;
    }
    int register = use.register();
    for (int p = use.position() - 1; p >= 0; p--) {
      Op op = body.blocks().get(use.block()).ops().get(p);
      if (op.target() != register) {
        continue;
      }
      int source = source(op);
      if (source < 0) {
        return needsNone.test(values.index(use.block(), p));
      }
      register = source;
    }
    if (use.block() == 0 && !atEntry) {
      return false;
    }
    for (int b = 0; b < body.blocks().size(); b++) {
      for (Edge edge : body.blocks().get(b).edges()) {
        if (edge.target() == use.block()
            && values.isReachable(b)
            && !establishes(edge, b, register)
            && !passed(new Place(b, end(b, edge), register), atEntry, needsNone, seen)) {
          return false;
        }
      }
    }
    return true;
  }

  private int end(int block, Edge edge) {
    int size = body.blocks().get(block).ops().size();
    return edge.kind() == Edge.Kind.RAISE ? size - 1 : size;
  }

  private static int source(Op op) {
    return op instanceof Op.Move move
        ? move.source()
        : op instanceof Op.Cast cast ? cast.source() : Op.NONE;
  }

  private boolean establishes(Edge edge, int block, int register) {
    Edge.Test test = edge.test();
    if (test == null) {
      return false;
    }
    if (test.is() == Edge.Test.Is.INSTANCE) {
      return test.register() == register && trees.isContainer(test.type());
    }
    if (test.is() != Edge.Test.Is.TRUE) {
      return false;
    }
    int[] made = values.originsAtEnd(block, test.register());
    if (made.length != 1
        || Values.isParameter(made[0])
        || values.blockOf(made[0]) != block
        || !(values.op(made[0]) instanceof Op.Call call)) {
      return false;
    }
    List<Integer> operands = Operands.ofCall(call);
    for (int o = 0; o < operands.size(); o++) {
      if (Arrays.equals(
              values.origins(made[0], operands.get(o)), values.originsAtEnd(block, register))
          && (isInstance(call, made[0], o) || answers(call, o))) {
        return true;
      }
    }
    return false;
  }

  /** {@code Map.class.isInstance(value)}. */
  private boolean isInstance(Op.Call call, int index, int operand) {
    if (operand != 1
        || !call.method().owner().equals("java.lang.Class")
        || !call.method().name().equals("isInstance")) {
      return false;
    }
    int[] types = values.origins(index, call.receiver());
    return types.length == 1
        && !Values.isParameter(types[0])
        && values.op(types[0]) instanceof Op.Const constant
        && constant.value() instanceof Op.TypeConstant type
        && trees.isContainer(type.type());
  }

  /** A question whose answer is true only for operands of some type. */
  private boolean answers(Op.Call call, int operand) {
    if (!"boolean".equals(call.method().result())
        || calls.contracts().of(call.method()).mentioned()) {
      return false;
    }
    MethodView declared = calls.hierarchy().resolve(call.method());
    Scope callee =
        declared == null || declared.isAbstract()
            ? null
            : calls.summaries().scope(declared.method());
    return callee != null
        && operand < callee.body().parameters()
        && new Questions(callee).isTrueOnlyFor(operand);
  }
}

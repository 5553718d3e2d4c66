package dev.holdfast.analysis.untyped;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * The ops of a body that an untyped tree, or a lambda that may dig in one, can reach at all. Asked
 * before any callee is looked into: most bodies have none.
 */
final class Downstream {
  private final Values values;
  private final Trees trees;
  private final BitSet reached = new BitSet();

  /**
   * @param binds whether an op makes an untyped tree
   */
  Downstream(Values values, Trees trees, IntPredicate binds) {
    this.values = values;
    this.trees = trees;
    for (int i = 0; i < values.ops().size(); i++) {
      if (binds.test(i)) {
        reached.set(i);
      }
    }
    int before = -1;
    while (reached.cardinality() != before) {
      before = reached.cardinality();
      for (int i = 0; i < values.ops().size(); i++) {
        if (!reached.get(i) && isReached(i)) {
          reached.set(i);
        }
      }
    }
  }

  boolean has(int index) {
    return reached.get(index);
  }

  /** Whether a register has to do with a tree where the op with this index reads it. */
  boolean has(int index, int register) {
    if (trees.isTree(values.body().type(register))) {
      return true;
    }
    for (int origin : values.origins(index, register)) {
      if (!Values.isParameter(origin) && reached.get(origin)) {
        return true;
      }
    }
    return false;
  }

  private boolean isReached(int index) {
    Op op = values.op(index);
    if (op instanceof Op.Closure) {
      return true;
    }
    if (op instanceof Op.Call) {
      for (int operand : Operands.ofCall(op)) {
        if (has(index, operand)) {
          return true;
        }
      }
    }
    return false;
  }
}

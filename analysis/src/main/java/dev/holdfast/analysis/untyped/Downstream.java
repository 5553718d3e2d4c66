package dev.holdfast.analysis.untyped;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.Contracts;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Word;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * The ops of a body that an untyped tree, or a lambda that may dig in one, can reach at all. Asked
 * before any callee is looked into: most bodies have none.
 */
final class Downstream {
  private final Values values;
  private final Trees trees;
  private final Contracts contracts;
  private final BitSet reached = new BitSet();

  /**
   * @param binds whether an op makes an untyped tree
   */
  Downstream(Values values, Trees trees, Contracts contracts, IntPredicate binds) {
    this.values = values;
    this.trees = trees;
    this.contracts = contracts;
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

  /** Whether what a register holds where the op with this index reads it may be part of a tree. */
  boolean has(int index, int register) {
    for (int origin : values.origins(index, register)) {
      if (!Values.isParameter(origin) && reached.get(origin) && mayHold(values.op(origin))) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayHold(Op op) {
    return op.called() == null || Calls.mayHold(op.called().result());
  }

  private boolean isReached(int index) {
    Op op = values.op(index);
    if (op instanceof Op.Closure) {
      return true;
    }
    if (!(op instanceof Op.Call call)) {
      return false;
    }
    boolean digs = mayDig(call);
    for (int operand : Operands.ofCall(op)) {
      if (has(index, operand) || digs && trees.isTree(values.body().type(operand))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a call goes down a tree, or may do so in its body. */
  private boolean mayDig(Op.Call call) {
    Contract contract = contracts.of(call.method());
    return !contract.mentioned() || contract.says(Word.UNTYPED);
  }
}

package dev.holdfast.analysis.untyped;

import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import java.util.List;

/** Looks for whoever reads a bound tree by a constant key. */
final class Readers {
  private final Values values;
  private final Trees trees;
  private final Digging digging;

  /**
   * A read by a constant key.
   *
   * @param by how it is told
   * @param tooDeep whether it is a dig that another finding speaks about
   */
  record Read(Site site, String by, boolean tooDeep) {}

  Readers(Digging digging, Trees trees) {
    this.values = digging.scope().values();
    this.digging = digging;
    this.trees = trees;
  }

  /**
   * The first read of a tree that a call has bound, one that is too deep before others; or null.
   */
  Read of(int binding) {
    Read first = null;
    for (int i = 0; i < values.ops().size(); i++) {
      Read read =
          values.op(i) instanceof Op.Call call && digging.concerns(i) ? at(call, i, binding) : null;
      if (read != null && (first == null || read.tooDeep() && !first.tooDeep())) {
        first = read;
      }
    }
    return first;
  }

  private Read at(Op.Call call, int index, int binding) {
    Dig dig = digging.endingAt(index);
    if (dig != null) {
      String key = digging.steps().key(call, index);
      boolean reads = !key.equals("*") && digging.bindingOf(index) == binding;
      return reads ? new Read(call.site(), "the key \"" + key + "\"", false) : null;
    }
    for (Steps.Function function : digging.steps().functions(call, index)) {
      if (digging.comesFrom(binding, index, call.receiver())) {
        Digging lambda = digging.through(function.closure());
        Read read = lambda == null ? null : read(lambda, lambda.lastParameter(), call, "a lambda");
        if (read != null) {
          return read;
        }
      }
    }
    List<Integer> operands = Operands.ofCall(call);
    for (int o = 0; o < operands.size(); o++) {
      if (digging.comesFrom(binding, index, operands.get(o))) {
        Digging callee = digging.into(call);
        Read read =
            callee == null || o >= callee.scope().body().parameters()
                ? null
                : read(callee, Values.parameter(o), call, ShortNames.call(call.method()));
        if (read != null) {
          return read;
        }
      }
    }
    return null;
  }

  /** How another body reads one of its entry values. */
  private Read read(Digging body, int parameter, Op.Call call, String where) {
    Scope scope = body.scope();
    boolean reads = false;
    boolean tooDeep = false;
    for (int i = 0; i < scope.values().ops().size(); i++) {
      Dig dig = body.endingAt(i);
      if (dig != null && dig.root() == parameter) {
        reads |= !body.steps().key((Op.Call) scope.values().op(i), i).equals("*");
        tooDeep |= trees.isTooDeep(dig);
      }
    }
    return reads || tooDeep ? new Read(call.site(), "a constant key in " + where, tooDeep) : null;
  }
}

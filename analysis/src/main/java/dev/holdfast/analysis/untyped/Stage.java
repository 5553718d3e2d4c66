package dev.holdfast.analysis.untyped;

import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;

/**
 * A stage of a pipeline whose elements are untyped trees, as its function binds each of them.
 *
 * @param site of the binding, or of the reference to the method that binds
 */
record Stage(Site site, MethodRef method) {
  /** The first binding in the functions that a call runs, or null. */
  static Stage in(Op.Call call, int index, Digging around, Binding binding, Trees trees) {
    for (Steps.Function function : around.steps().functions(call, index)) {
      Stage stage = of(function.closure(), around, binding, trees);
      if (stage != null) {
        return stage;
      }
    }
    return null;
  }

  /** The binding that a function returns and does not read itself, or null. */
  private static Stage of(Op.Closure closure, Digging around, Binding binding, Trees trees) {
    if (closure.reference()) {
      return trees.isUntypedTarget(closure.body().result()) && binding.returnsBound(closure.body())
          ? new Stage(closure.site(), closure.body())
          : null;
    }
    Digging body = around.through(closure);
    if (body == null) {
      return null;
    }
    Values values = body.scope().values();
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Return result && result.source() >= 0) {
        for (int origin : values.origins(i, result.source())) {
          if (!Values.isParameter(origin)
              && body.makesTree(origin)
              && new Readers(body, trees).of(origin) == null) {
            Op op = values.op(origin);
            return new Stage(op.site(), op.called());
          }
        }
      }
    }
    return null;
  }
}

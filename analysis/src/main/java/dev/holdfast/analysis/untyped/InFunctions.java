package dev.holdfast.analysis.untyped;

import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import java.util.ArrayList;
import java.util.List;

/** Digs that begin in one body and end in a lambda that is run on what was dug there. */
final class InFunctions {
  private final Values values;
  private final Digging digging;
  private final Trees trees;

  /** A dig beyond the limit, and the access in the lambda that goes furthest down. */
  record Deep(Site site, Dig dig) {}

  InFunctions(Digging digging, Trees trees) {
    this.values = digging.scope().values();
    this.digging = digging;
    this.trees = trees;
  }

  List<Deep> deep() {
    List<Deep> found = new ArrayList<>();
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call call && digging.concerns(i)) {
        for (Steps.Function function : digging.steps().functions(call, i)) {
          Deep deep = in(function, call, i);
          if (deep != null) {
            found.add(deep);
          }
        }
      }
    }
    return found;
  }

  private Deep in(Steps.Function function, Op.Call call, int index) {
    Dig before = digging.deepest(index, call.receiver());
    if (before == null) {
      return null;
    }
    Digging lambda = digging.through(function.closure());
    Dig inside = lambda == null ? null : lambda.deepestFrom(lambda.lastParameter());
    // what is too deep in the lambda alone is found there
    if (inside == null || trees.isTooDeep(inside)) {
      return null;
    }
    Dig whole = (function.digs() ? before.deeper("*", index) : before).deeper(inside, index);
    // what the lambda returns is the result of this call: it is dug further, or found there
    Dig result = digging.of(index);
    return !trees.isTooDeep(whole) || result != null && result.depth() >= whole.depth()
        ? null
        : new Deep(lambda.scope().values().op(inside.lastStep()).site(), whole);
  }
}

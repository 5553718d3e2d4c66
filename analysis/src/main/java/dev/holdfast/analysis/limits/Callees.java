package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.MethodView;
import java.util.ArrayList;
import java.util.List;

/** The bodies that calls run, as far down as the budget goes. */
final class Callees {
  private final Calls calls;
  private final LimitWords words;
  private final int depth;

  Callees(Calls calls, LimitWords words, int depth) {
    this.calls = calls;
    this.words = words;
    this.depth = depth;
  }

  /** The bodies that a call may run, a null among them where there may be one out of view. */
  List<LimitFlow> all(MethodRef method) {
    MethodView declared = calls.hierarchy().resolve(method);
    List<MethodView> bodies =
        declared != null && declared.isAbstract()
            ? calls.contracts().implementations().of(declared)
            : List.of();
    List<LimitFlow> found = new ArrayList<>();
    for (MethodView body : bodies) {
      found.add(of(body.method()));
    }
    if (found.isEmpty()) {
      found.add(of(method));
    }
    return found;
  }

  /** The body of the method a call names; null where it is out of view. */
  LimitFlow of(MethodRef method) {
    MethodView declared = calls.hierarchy().resolve(method);
    if (declared == null || declared.isAbstract()) {
      return null;
    }
    // asked first: a body nobody will look into need not be lowered
    Scope body = isTooDeep() ? null : calls.summaries().scope(declared.method());
    return body == null ? null : deeper(body);
  }

  /** A body one call further down; null where that is too deep. */
  LimitFlow deeper(Scope body) {
    return isTooDeep() ? null : new LimitFlow(body, calls, words, depth + 1);
  }

  private boolean isTooDeep() {
    return depth >= calls.summaries().settings().calleeDepth();
  }
}

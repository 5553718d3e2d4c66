package dev.holdfast.analysis.racing;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.limits.Nest;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.waiting.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All bodies that can touch what is private to a class, lambdas with the bodies around them. */
final class Neighbours {
  private static final int LAMBDAS = 5;

  private final Calls calls;
  private final Map<String, List<Frame>> known = new HashMap<>();

  Neighbours(Calls calls) {
    this.calls = calls;
  }

  List<Frame> of(String type) {
    int nested = type.indexOf('$', type.lastIndexOf('.') + 2);
    String outer = nested < 0 ? type : type.substring(0, nested);
    List<Frame> frames = known.get(outer);
    if (frames == null) {
      frames = new ArrayList<>();
      for (Scope scope : new Nest(calls).bodies(type)) {
        if (!isLambda(scope.body().method())) {
          add(Frame.of(scope), frames);
        }
      }
      known.put(outer, frames);
    }
    return frames;
  }

  /** A body and its lambdas. */
  List<Frame> frames(Scope scope) {
    List<Frame> found = new ArrayList<>();
    add(Frame.of(scope), found);
    return found;
  }

  static boolean isLambda(MethodRef method) {
    return method.name().startsWith("lambda$");
  }

  private void add(Frame frame, List<Frame> found) {
    found.add(frame);
    for (int i = 0; i < frame.values().ops().size() && frame.depth() < LAMBDAS; i++) {
      if (frame.values().op(i) instanceof Op.Closure closure && !closure.reference()) {
        Scope lambda = calls.summaries().scope(closure.body());
        if (lambda != null) {
          add(frame.inside(i, lambda), found);
        }
      }
    }
  }
}

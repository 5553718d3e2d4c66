package dev.holdfast.analysis.racing;

import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.waiting.Frame;
import dev.holdfast.analysis.waiting.Held;
import dev.holdfast.analysis.waiting.ThreadWords;
import dev.holdfast.analysis.world.MethodView;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Tells whether some lock is held where an op stands. */
final class Guards {
  private final Calls calls;
  private final Neighbours neighbours;
  private final ThreadWords words;
  private final Map<Frame, Held> held = new IdentityHashMap<>();

  Guards(Calls calls, Neighbours neighbours, ThreadWords words) {
    this.calls = calls;
    this.neighbours = neighbours;
    this.words = words;
  }

  /** Whether a lock is held there, by the body, those around it or all who call it. */
  boolean isGuarded(Frame frame, int index) {
    return isGuarded(frame, index, new HashSet<>());
  }

  private boolean isGuarded(Frame frame, int index, Set<MethodRef> seen) {
    Held here = held.computeIfAbsent(frame, key -> new Held(key, calls, words));
    for (Held.Thing thing : here.at(index)) {
      if (thing.kind() != Held.Kind.POOLED) {
        return true;
      }
    }
    if (!frame.isLambda()) {
      return areCallersGuarded(frame.method(), seen);
    }
    Frame.Use use = frame.use();
    if (use != null && words.runsElsewhere(use.method(), use.argument())) {
      return false;
    }
    return isGuarded(frame.around(), use == null ? frame.closure() : use.index(), seen);
  }

  private boolean areCallersGuarded(MethodRef method, Set<MethodRef> seen) {
    MethodView declared = calls.hierarchy().resolve(method);
    if (declared == null || !declared.isPrivate() || !seen.add(method)) {
      return false;
    }
    boolean called = false;
    for (Frame frame : neighbours.of(method.owner())) {
      for (int i = 0; i < frame.values().ops().size(); i++) {
        Op op = frame.values().op(i);
        if (op instanceof Op.Closure closure && closure.body().equals(method)) {
          return false;
        }
        if (op instanceof Op.Call call && call.method().equals(method)) {
          called = true;
          if (!isGuarded(frame, i, seen)) {
            return false;
          }
        }
      }
    }
    return called;
  }
}

package dev.holdfast.analysis.waiting;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.limits.Nest;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.MethodView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what else stands still when a thread waits: others who need its locks or its time. */
final class Pressing {
  private static final int LAMBDAS = 5;
  private static final int CALLERS = 3;

  private final Calls calls;
  private final ThreadWords words;
  private final Map<Frame, Held> held = new HashMap<>();
  private List<Frame> neighbours;

  /** Why a wait matters. */
  enum Kind {
    HELD,
    HANDLER,
    /** A stage of something else of its kind, or a task of the pool that it needs itself. */
    STAGE,
    /** Any task of a pool, which may be there to wait. */
    TASK,
    NETWORK
  }

  /**
   * One reason.
   *
   * @param text as the end of a sentence
   * @param frame where it holds, which is another body where a caller brings it
   * @param op the op there that brings it, or -1
   */
  record Reason(Kind kind, String text, Frame frame, int op) {}

  Pressing(Calls calls, ThreadWords words) {
    this.calls = calls;
    this.words = words;
  }

  /** The reason that weighs most, or null. */
  Reason of(Wait wait) {
    Reason reason = own(wait.frame(), wait.index(), wait);
    if (reason == null && wait.op() instanceof Op.Closure) {
      Frame.Use use = wait.frame().useOf(wait.index());
      reason = use == null ? null : task(use, wait.frame());
    }
    if (reason == null && !runsElsewhere(wait.frame())) {
      reason = byCallers(wait.frame().outermost().method(), new HashSet<>());
    }
    if (reason == null && isNetwork(wait.awaited(), 0)) {
      return new Reason(Kind.NETWORK, "for an answer from the network", wait.frame(), -1);
    }
    return reason != null && reason.kind == Kind.TASK ? weighed(reason, wait) : reason;
  }

  private Reason weighed(Reason task, Wait wait) {
    if (!(task.frame.values().op(task.op) instanceof Op.Call given) || given.receiver() < 0) {
      return task;
    }
    if (wait.isOfKind(given.method().owner(), calls.hierarchy())) {
      return new Reason(Kind.STAGE, "in a stage of another one", task.frame, task.op);
    }
    Set<String> pools = new HashSet<>();
    Origin.of(task.frame, task.op, given.receiver()).forEach(pool -> pools.add(pool.place()));
    return isGivenTo(wait.awaited(), pools, 0)
        ? new Reason(Kind.STAGE, "in a task of the pool that has to run it", task.frame, task.op)
        : task;
  }

  /** Whether values are the outcome of tasks that one of these pools has to run. */
  private boolean isGivenTo(List<Origin> outcomes, Set<String> pools, int depth) {
    for (Origin origin : outcomes) {
      if (depth == LAMBDAS || !(origin.op() instanceof Op.Call call) || call.receiver() < 0) {
        continue;
      }
      List<Origin> on = origin.operand(call.receiver());
      boolean runs = false;
      for (int a = 0; a < call.arguments().size(); a++) {
        runs |= words.runsOnPool(call.method(), a);
      }
      if (runs && on.stream().anyMatch(pool -> pools.contains(pool.place()))
          || isGivenTo(on, pools, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  /** All bodies of a body: itself and its lambdas. */
  List<Frame> frames(Scope scope) {
    return Frame.all(scope, calls);
  }

  /** What a place in a body is held to by the bodies around it. */
  private Reason own(Frame frame, int index, Wait wait) {
    Reason lock = held(frame, index, wait);
    if (lock != null) {
      return lock;
    }
    if (isHandler(frame)) {
      return new Reason(Kind.HANDLER, "in a request handler", frame, -1);
    }
    if (!frame.isLambda() || frame.use() == null) {
      return null;
    }
    Reason task = task(frame.use(), frame.around());
    if (task != null) {
      return task;
    }
    boolean elsewhere = words.runsElsewhere(frame.use().method(), frame.use().argument());
    return elsewhere ? null : own(frame.around(), frame.use().index(), wait);
  }

  private Reason task(Frame.Use use, Frame frame) {
    return words.runsOnPool(use.method(), use.argument())
        ? new Reason(Kind.TASK, "in a task that others queue behind", frame, use.index())
        : null;
  }

  private static boolean isStored(Frame frame) {
    return frame.isLambda() && frame.use() == null;
  }

  private boolean runsElsewhere(Frame frame) {
    for (Frame at = frame; at.isLambda(); at = at.around()) {
      if (isStored(at) || words.runsElsewhere(at.use().method(), at.use().argument())) {
        return true;
      }
    }
    return false;
  }

  private Reason held(Frame frame, int index, Wait wait) {
    Held here = held.computeIfAbsent(frame, key -> new Held(key, calls, words));
    Held.Thing worst = null;
    List<Held.Thing> things = new ArrayList<>(here.at(index));
    if (wait != null) {
      letGo(things, wait);
    }
    for (Held.Thing thing : things) {
      worst = worst == null || thing.kind().compareTo(worst.kind()) < 0 ? thing : worst;
    }
    return worst == null ? null : new Reason(Kind.HELD, saying(worst), frame, worst.op());
  }

  private static String saying(Held.Thing thing) {
    boolean pooled = thing.kind() == Held.Kind.POOLED;
    String name = thing.name() != null ? thing.name() : pooled ? "an object" : "a lock";
    return "while "
        + name
        + (pooled ? " is borrowed" : thing.name() == null ? " is held" : " is locked");
  }

  /** Waiting for a signal lets go of the lock that guards it. */
  private void letGo(List<Held.Thing> things, Wait wait) {
    if (!isOfMonitor(wait)) {
      things.removeIf(
          thing -> thing.kind() == Held.Kind.LOCK && makes(thing.type(), wait.method().owner()));
      return;
    }
    boolean found =
        things.removeIf(
            thing ->
                thing.kind() == Held.Kind.MONITOR
                    && wait.awaited().stream()
                        .anyMatch(origin -> origin.place().equals(thing.place())));
    if (!found) {
      // one of them it must be, or it could not wait
      things.removeIf(thing -> thing.kind() == Held.Kind.MONITOR);
    }
  }

  private boolean isOfMonitor(Wait wait) {
    MethodView declared = calls.hierarchy().resolve(wait.method());
    return wait.method().name().equals("wait")
        && (declared == null || declared.method().owner().equals("java.lang.Object"));
  }

  /** Whether locks of a type make what is waited for. */
  private boolean makes(String lock, String awaited) {
    List<String> types = new ArrayList<>(calls.hierarchy().ancestors(lock));
    types.add(lock);
    for (String type : types) {
      ClassView view = calls.contracts().world().find(type);
      for (MethodView method : view == null ? List.<MethodView>of() : view.methods()) {
        String result = method.method().result();
        if (!result.equals("java.lang.Object") && calls.hierarchy().isSubtype(awaited, result)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isHandler(Frame frame) {
    if (!frame.isLambda()) {
      return words.isHandler(frame.method());
    }
    Op.Closure closure = (Op.Closure) frame.around().values().op(frame.closure());
    return isHandler(closure.functional());
  }

  private boolean isHandler(String functional) {
    ClassView view = calls.contracts().world().find(functional);
    for (MethodView method : view == null ? List.<MethodView>of() : view.methods()) {
      if (method.isAbstract() && words.isHandler(method.method())) {
        return true;
      }
    }
    return false;
  }

  /** What those who call a method of this class bring: a lock, a request, a task. */
  private Reason byCallers(MethodRef method, Set<MethodRef> seen) {
    if (seen.size() == CALLERS || !seen.add(method) || method.name().startsWith("<")) {
      return null;
    }
    for (Frame frame : neighbours(method.owner())) {
      for (int i = 0; i < frame.values().ops().size(); i++) {
        Reason reason = brings(frame, i, method, seen);
        if (reason != null) {
          return reason;
        }
      }
    }
    return null;
  }

  private Reason brings(Frame frame, int index, MethodRef method, Set<MethodRef> seen) {
    Op op = frame.values().op(index);
    if (op instanceof Op.Call call && isSame(call.method(), method)) {
      Reason reason = own(frame, index, null);
      reason =
          reason == null && !runsElsewhere(frame)
              ? byCallers(frame.outermost().method(), seen)
              : reason;
      return reason == null ? null : new Reason(reason.kind, reason.text, frame, index);
    }
    boolean task =
        op instanceof Op.Closure closure && closure.reference() && isSame(closure.body(), method)
            || op instanceof Op.New made
                && made.constructor().owner().equals(method.owner())
                && overridesFunction(method);
    if (op instanceof Op.Closure closure && task && isHandler(closure.functional())) {
      return new Reason(Kind.HANDLER, "in a request handler", frame, index);
    }
    Frame.Use use = task ? frame.useOf(index) : null;
    return use == null ? null : task(use, frame);
  }

  private static boolean isSame(MethodRef called, MethodRef method) {
    return called.name().equals(method.name())
        && called.descriptor().equals(method.descriptor())
        && called.owner().equals(method.owner());
  }

  private boolean overridesFunction(MethodRef method) {
    for (String type : calls.hierarchy().ancestors(method.owner())) {
      ClassView view = calls.contracts().world().find(type);
      for (MethodView above : view == null ? List.<MethodView>of() : view.methods(method.name())) {
        if (above.isAbstract() && above.method().parameters().equals(method.parameters())) {
          return true;
        }
      }
    }
    return false;
  }

  private List<Frame> neighbours(String type) {
    if (neighbours == null) {
      neighbours = new ArrayList<>();
      for (Scope scope : new Nest(calls).bodies(type)) {
        if (!Waiting.isLambda(scope.body())) {
          neighbours.addAll(Frame.all(scope, calls));
        }
      }
    }
    return neighbours;
  }

  /** Whether a value comes from a call that goes out over the network, with no limit in view. */
  private boolean isNetwork(List<Origin> origins, int depth) {
    for (Origin origin : origins) {
      if (depth < CALLERS + LAMBDAS && origin.op() instanceof Op.Call call) {
        if (words.sends(call.method())) {
          return true;
        }
        if (call.receiver() >= 0 && isNetwork(origin.operand(call.receiver()), depth + 1)) {
          return true;
        }
      }
    }
    return false;
  }
}

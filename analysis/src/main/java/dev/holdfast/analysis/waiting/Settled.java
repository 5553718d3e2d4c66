package dev.holdfast.analysis.waiting;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.limits.Nest;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.MethodView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells waits that cost nothing: what is waited for has ended by then, or ends by itself. */
final class Settled {
  private static final int DEPTH = 8;
  private static final int CALLEES = 2;

  private final Calls calls;
  private final ThreadWords words;

  Settled(Calls calls, ThreadWords words) {
    this.calls = calls;
    this.words = words;
  }

  boolean isSettled(Wait wait) {
    return end(wait.awaited(), 0)
        || words.fills(wait.method()) && haveRoom(wait.awaited())
        || new Asked(this, words, calls.hierarchy(), wait).isAsked()
        || isOwnCallback(wait);
  }

  /** Whether values are queues that take anything at any time. */
  private boolean haveRoom(List<Origin> origins) {
    for (Origin origin : origins) {
      boolean room =
          origin.op() instanceof Op.New made
              ? words.hasRoom(made.constructor())
              : origin.op() instanceof Op.GetField get && hasRoom(get.field());
      if (!room) {
        return false;
      }
    }
    return !origins.isEmpty();
  }

  /** Whether a field is given nothing but such queues by the classes around it. */
  private boolean hasRoom(FieldRef field) {
    boolean given = false;
    for (Scope scope : new Nest(calls).bodies(field.owner())) {
      for (int i = 0; i < scope.values().ops().size(); i++) {
        if (scope.values().op(i) instanceof Op.PutField put && put.field().equals(field)) {
          given = true;
          for (int origin : scope.values().origins(i, put.source())) {
            if (Values.isParameter(origin)
                || !(scope.values().op(origin) instanceof Op.New made)
                || !words.hasRoom(made.constructor())) {
              return false;
            }
          }
        }
      }
    }
    return given;
  }

  private boolean end(List<Origin> origins, int depth) {
    for (Origin origin : origins) {
      if (!ends(origin, depth)) {
        return false;
      }
    }
    return !origins.isEmpty();
  }

  /** Whether a value was made by something with a limit: a chain of calls is as patient as one. */
  private boolean ends(Origin origin, int depth) {
    if (depth > DEPTH) {
      return false;
    }
    if (origin.isParameter()) {
      // what a lambda gets comes out of what the call is made on
      Frame.Use use = origin.frame().use();
      return use != null
          && end(Origin.of(origin.frame().around(), use.index(), use.receiver()), depth + 1);
    }
    Op op = origin.op();
    if (op instanceof Op.Const) {
      return true;
    }
    if (op instanceof Op.ArrayLoad load) {
      return end(origin.operand(load.array()), depth + 1);
    }
    if (op instanceof Op.NewArray) {
      return end(elements(origin), depth + 1);
    }
    return op instanceof Op.Call call && callEnds(origin, call, depth);
  }

  private boolean callEnds(Origin origin, Op.Call call, int depth) {
    if (words.endsResult(call.method())) {
      return true;
    }
    for (int a = 0; a < call.arguments().size(); a++) {
      if (words.takesLimits(call.method(), a)
          && end(origin.operand(call.arguments().get(a)), depth + 1)) {
        return true;
      }
    }
    if (!words.isMentioned(call.method()) && returnsEnding(call.method(), depth)) {
      return true;
    }
    if (call.receiver() >= 0) {
      return end(origin.operand(call.receiver()), depth + 1);
    }
    for (int argument : call.arguments()) {
      if (!end(origin.operand(argument), depth + 1)) {
        return false;
      }
    }
    return words.isMentioned(call.method()) && !call.arguments().isEmpty();
  }

  private boolean returnsEnding(MethodRef method, int depth) {
    MethodView declared = calls.isOwnCode(method) ? calls.hierarchy().resolve(method) : null;
    Scope scope =
        declared == null || declared.isAbstract() || depth > CALLEES
            ? null
            : calls.summaries().scope(declared.method());
    if (scope == null) {
      return false;
    }
    Frame callee = Frame.of(scope);
    boolean returns = false;
    for (int i = 0; i < callee.values().ops().size(); i++) {
      if (callee.values().op(i) instanceof Op.Return result && result.source() >= 0) {
        returns = true;
        if (!end(Origin.of(callee, i, result.source()), DEPTH - CALLEES + depth)) {
          return false;
        }
      }
    }
    return returns;
  }

  private static List<Origin> elements(Origin array) {
    List<Origin> stored = new ArrayList<>();
    Frame frame = array.frame();
    for (int i = 0; i < frame.values().ops().size(); i++) {
      if (frame.values().op(i) instanceof Op.ArrayStore store
          && frame.values().comesFrom(i, store.array(), array.index())) {
        stored.addAll(Origin.of(frame, i, store.source()));
      }
    }
    return stored;
  }

  /** A task that runs when the very thing has ended does not wait for it. */
  private boolean isOwnCallback(Wait wait) {
    Frame frame = wait.frame();
    Frame.Use use = wait.elements() ? null : frame.useOf(wait.index());
    if (isToldOf(wait) || use != null && completes(frame, use, wait)) {
      return true;
    }
    for (; frame.isLambda(); frame = frame.around()) {
      if (frame.use() != null && completes(frame.around(), frame.use(), wait)) {
        return true;
      }
    }
    return false;
  }

  private boolean completes(Frame frame, Frame.Use use, Wait wait) {
    if (!words.runsElsewhere(use.method(), use.argument()) || use.receiver() < 0) {
      return false;
    }
    List<Origin> before = Origin.of(frame, use.index(), use.receiver());
    Set<String> places = new HashSet<>();
    chain(before, places, 0);
    return isOneOf(wait.awaited(), places, 0) || isGroup(before, wait, 0);
  }

  /** Whether values, or what they are but views of, stand at one of these places. */
  private boolean isOneOf(List<Origin> origins, Set<String> places, int depth) {
    for (Origin origin : origins) {
      boolean view =
          depth < DEPTH && origin.op() instanceof Op.Call call && words.isView(call.method());
      if (places.contains(origin.place())
          || view
              && isOneOf(origin.operand(((Op.Call) origin.op()).receiver()), places, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  /** {@code future.addListener(done -> done.get())}: whoever listens gets what has ended. */
  private boolean isToldOf(Wait wait) {
    for (Origin origin : wait.awaited()) {
      Frame.Use use = origin.isParameter() ? origin.frame().use() : null;
      if (use == null || use.receiver() < 0 || !isSameKind(use.method().owner(), wait)) {
        return false;
      }
    }
    return !wait.awaited().isEmpty();
  }

  private boolean isSameKind(String type, Wait wait) {
    return wait.isOfKind(type, calls.hierarchy());
  }

  /** Places of values and of all that they were made from by calls. */
  static void chain(List<Origin> origins, Set<String> places, int depth) {
    for (Origin origin : origins) {
      places.add(origin.place());
      if (depth < DEPTH && origin.op() instanceof Op.Call call && call.receiver() >= 0) {
        chain(origin.operand(call.receiver()), places, depth + 1);
      }
    }
  }

  /** Whether values stand for many of the kind that is waited for: the end of all, or of any. */
  boolean isGroup(List<Origin> origins, Wait wait, int depth) {
    for (Origin origin : origins) {
      if (depth > DEPTH || !(origin.op() instanceof Op.Call call)) {
        continue;
      }
      if (call.receiver() >= 0
          ? isGroup(origin.operand(call.receiver()), wait, depth + 1)
          : takesMany(call.method(), wait) || takesThese(origin, call, wait)) {
        return true;
      }
    }
    return false;
  }

  private boolean takesMany(MethodRef method, Wait wait) {
    for (String type : method.parameters()) {
      String element = type.endsWith("[]") ? type.substring(0, type.length() - 2) : null;
      if (element != null && (element.equals("java.lang.Object") || isSameKind(element, wait))) {
        return true;
      }
    }
    return false;
  }

  /** {@code all(futures)}: one made of the collection whose elements are waited for. */
  private boolean takesThese(Origin made, Op.Call call, Wait wait) {
    if (!isSameKind(call.method().result(), wait)) {
      return false;
    }
    Set<String> sources = new HashSet<>();
    chain(wait.awaited(), sources, 0);
    for (int argument : call.arguments()) {
      for (Origin origin : made.operand(argument)) {
        if (sources.contains(origin.place())) {
          return true;
        }
      }
    }
    return false;
  }
}

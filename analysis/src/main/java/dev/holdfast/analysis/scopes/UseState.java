package dev.holdfast.analysis.scopes;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.retention.Retention;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells whether objects remember something of each of their uses, not only how they are set up. */
final class UseState {
  private final Calls calls;
  private final Map<String, Boolean> known = new HashMap<>();

  UseState(Calls calls) {
    this.calls = calls;
  }

  boolean isKeptBy(String type) {
    return known.computeIfAbsent(type, this::writesWhenUsed);
  }

  /** Whether a class sets them anew where it uses them. */
  boolean isSetBy(String user, String type) {
    ClassView view = calls.contracts().world().find(user);
    for (MethodView method : view == null ? List.<MethodView>of() : view.methods()) {
      Scope body =
          method.isAbstract() || isSetUp(method) ? null : calls.summaries().scope(method.method());
      if (body != null && sets(body.values(), type)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a body sets something in them that is not the same each time. */
  private static boolean sets(Values values, String type) {
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call call
          && call.method().owner().equals(type)
          && isSetter(call.method())) {
        for (int origin : values.origins(i, call.arguments().get(0))) {
          if (Values.isParameter(origin) || !(values.op(origin) instanceof Op.Const)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isSetter(MethodRef method) {
    return method.name().startsWith("set") && method.parameters().size() == 1;
  }

  private boolean writesWhenUsed(String type) {
    ClassView view = calls.contracts().world().find(type);
    for (MethodView method : view == null ? List.<MethodView>of() : view.methods()) {
      if (!isSetUp(method) && !method.isStatic() && !method.isAbstract() && writes(method)) {
        return true;
      }
    }
    return false;
  }

  /** A plain setter belongs to whoever owns the object, as its constructor does. */
  private boolean isSetUp(MethodView method) {
    return method.method().isConstructor()
        || isSetter(method.method())
        || calls.contracts().of(method.method()).says(Word.LIVES, Slot.RESULT, "START");
  }

  private boolean writes(MethodView method) {
    Scope body = calls.summaries().scope(method.method());
    if (body == null) {
      return false;
    }
    Given given = new Given(body, calls);
    for (int i = 0; i < body.values().ops().size(); i++) {
      Op op = body.values().op(i);
      boolean puts =
          op instanceof Op.PutField put && !put.field().isStatic() && given.isThis(i, put.object());
      if (puts || op instanceof Op.Call call && grows(call, i, body.values())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a call puts something into what a field of the object holds. */
  private boolean grows(Op.Call call, int index, Values values) {
    for (int origin : values.origins(index, call.receiver())) {
      if (!Values.isParameter(origin)
          && values.op(origin) instanceof Op.GetField get
          && !get.field().isStatic()) {
        return Retention.grows(calls.contracts().of(call.method()), call.method());
      }
    }
    return false;
  }
}

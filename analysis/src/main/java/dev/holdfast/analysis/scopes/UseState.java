package dev.holdfast.analysis.scopes;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.ir.Op;
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
    String name = method.method().name();
    return method.method().isConstructor()
        || name.startsWith("set") && method.method().parameters().size() == 1
        || calls.contracts().of(method.method()).says(Word.LIVES, Slot.RESULT, "START");
  }

  private boolean writes(MethodView method) {
    Scope body = calls.summaries().scope(method.method());
    if (body == null) {
      return false;
    }
    Given given = new Given(body, calls);
    for (int i = 0; i < body.values().ops().size(); i++) {
      if (body.values().op(i) instanceof Op.PutField put
          && !put.field().isStatic()
          && given.isThis(i, put.object())) {
        return true;
      }
    }
    return false;
  }
}

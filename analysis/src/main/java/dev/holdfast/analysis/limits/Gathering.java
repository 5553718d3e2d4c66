package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.flow.Places;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.FieldView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.List;

/** Tells what gathers for as long as the process lives from what ends with its method. */
final class Gathering {
  private static final int ENUM = 0x4000;

  private final Scope scope;
  private final Values values;
  private final Calls calls;
  private final LimitFlow flow;

  Gathering(Scope scope, Calls calls, LimitFlow flow) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
    this.flow = flow;
  }

  /** Whether the object outlives the method, and nothing says that its keys are few. */
  boolean grows(int origin) {
    boolean leaves = false;
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (op instanceof Op.PutField put && flow.mayBe(i, put.source(), origin)) {
        leaves = true;
        if (isKeyedByFew(declared(put.field())) || isEmptied(put.field())) {
          return false;
        }
      } else if (op instanceof Op.Return result && flow.mayBe(i, result.source(), origin)) {
        leaves = true;
        if (isKeyedByFew(result())) {
          return false;
        }
      } else if (i != origin && isGivenAway(op, i, origin)) {
        leaves = true;
      }
    }
    return leaves;
  }

  /** Whether some body of the class takes things out again by hand. */
  private boolean isEmptied(FieldRef field) {
    for (Scope body : new Nest(calls).bodies(field.owner())) {
      for (int i = 0; i < body.values().ops().size(); i++) {
        if (body.values().op(i) instanceof Op.Call call
            && call.receiver() >= 0
            && calls.contracts().of(call.method()).says(Word.HANDED_OVER, Slot.RESULT)
            && Places.isFrom(field.name(), body.values(), i, call.receiver())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isGivenAway(Op op, int index, int origin) {
    if (op instanceof Op.ArrayStore store) {
      return flow.mayBe(index, store.source(), origin);
    }
    return op.called() != null
        && LimitFlow.arguments(op).stream().anyMatch(a -> flow.mayBe(index, a, origin));
  }

  private String declared(FieldRef field) {
    ClassView owner = calls.contracts().world().find(field.owner());
    FieldView view = owner == null ? null : owner.field(field.name());
    return view == null ? "" : view.type();
  }

  private String result() {
    ClassView owner = calls.contracts().world().find(scope.body().method().owner());
    List<MethodView> declared =
        owner == null ? List.of() : owner.methods(scope.body().method().name());
    for (MethodView view : declared) {
      if (view.method().equals(scope.body().method())) {
        return view.resultType();
      }
    }
    return "";
  }

  /** Whether the first type argument has as many values as the program has classes or constants. */
  private boolean isKeyedByFew(String type) {
    int open = type.indexOf('<');
    if (open < 0) {
      return false;
    }
    int end = open + 1;
    while (end < type.length() && ",<>".indexOf(type.charAt(end)) < 0) {
      end++;
    }
    String key = type.substring(open + 1, end).strip();
    if (key.indexOf('.') < 0 // a type variable: whoever fills it in knows
        || key.equals("java.lang.Boolean")
        || key.equals("java.lang.Class")
        || key.startsWith("java.lang.reflect.")) {
      return true;
    }
    ClassView view = calls.contracts().world().find(key);
    return view != null && (view.access() & ENUM) != 0;
  }
}

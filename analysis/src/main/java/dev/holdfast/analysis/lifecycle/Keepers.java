package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Places;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Role;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.FieldView;
import dev.holdfast.analysis.world.MethodView;
import java.util.List;

/** Asks the class of a field whether any of its methods releases what the field holds. */
final class Keepers {
  private static final int DEEPEST = 2;

  private final Calls calls;

  Keepers(Calls calls) {
    this.calls = calls;
  }

  /** Whether only the class itself can get at the field. */
  boolean seesAll(FieldRef field) {
    ClassView view = calls.contracts().world().find(field.owner());
    FieldView declared = view == null ? null : view.field(field.name());
    return declared != null && declared.isPrivate();
  }

  /** Whether some method of the class releases the field's value or hands it on. */
  boolean givesBack(FieldRef field) {
    ClassView view = calls.contracts().world().find(field.owner());
    if (view == null) {
      return true;
    }
    for (MethodView method : view.methods()) {
      if (!method.isAbstract() && givesBack(method.method(), field, 0)) {
        return true;
      }
    }
    return false;
  }

  /** Whether some method of the class releases the field's value itself. */
  boolean releases(FieldRef field) {
    ClassView view = calls.contracts().world().find(field.owner());
    for (MethodView method : view == null ? List.<MethodView>of() : view.methods()) {
      Scope scope = method.isAbstract() ? null : calls.summaries().scope(method.method());
      for (int i = 0; scope != null && i < scope.values().ops().size(); i++) {
        Op op = scope.values().op(i);
        if (op instanceof Op.Call && releases(scope.values(), i, op, field)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether some method of the class takes anything out of the collection in a field. */
  boolean takesOut(FieldRef field) {
    ClassView view = calls.contracts().world().find(field.owner());
    if (view == null) {
      return true;
    }
    for (MethodView method : view.methods()) {
      Scope scope = method.isAbstract() ? null : calls.summaries().scope(method.method());
      if (scope != null && takesOut(scope.values(), field)) {
        return true;
      }
    }
    return false;
  }

  private boolean takesOut(Values values, FieldRef field) {
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (op instanceof Op.Return result
          && Places.isFrom(field.name(), values, i, result.source())) {
        return true;
      }
      if (!(op instanceof Op.Call || op instanceof Op.New)) {
        continue;
      }
      List<Integer> operands = Operands.ofCall(op);
      for (int o = 0; o < operands.size(); o++) {
        boolean receiver = op instanceof Op.Call call && call.receiver() >= 0 && o == 0;
        if (Places.isFrom(field.name(), values, i, operands.get(o))
            && (!receiver || Calls.mayHold(((Op.Call) op).method().result()))) {
          // a writer gives back the old value, which nobody takes
          boolean dropped = receiver && !isUsed(values, op.target());
          if (!dropped) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isUsed(Values values, int register) {
    boolean[] used = {false};
    for (Op op : values.ops()) {
      Operands.forEach(op, r -> used[0] |= r == register);
    }
    return register >= 0 && used[0];
  }

  private boolean givesBack(MethodRef method, FieldRef field, int depth) {
    Scope scope = calls.summaries().scope(method);
    if (scope == null) {
      return false;
    }
    Values values = scope.values();
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (op instanceof Op.New made && depth < DEEPEST && inside(made, field, depth)) {
        return true;
      }
      if (op instanceof Op.Closure closure) {
        if (!closure.reference() && givesBack(closure.body(), field, depth + 1)) {
          return true;
        }
        for (int capture : closure.captures()) {
          if (Places.isFrom(field.name(), values, i, capture)) {
            return true;
          }
        }
      }
      if (op instanceof Op.Return result
          && Places.isFrom(field.name(), values, i, result.source())) {
        return true;
      }
      if ((op instanceof Op.Call || op instanceof Op.New) && releases(values, i, op, field)) {
        return true;
      }
    }
    return false;
  }

  /** A class in the class of the field sees it as well. */
  private boolean inside(Op.New made, FieldRef field, int depth) {
    String type = made.constructor().owner();
    ClassView view =
        type.startsWith(field.owner() + "$") ? calls.contracts().world().find(type) : null;
    if (view == null) {
      return false;
    }
    for (MethodView method : view.methods()) {
      if (!method.isAbstract() && givesBack(method.method(), field, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean releases(Values values, int index, Op op, FieldRef field) {
    List<Integer> operands = Operands.ofCall(op);
    for (int o = 0; o < operands.size(); o++) {
      if (Places.isFrom(field.name(), values, index, operands.get(o))) {
        Role role = calls.meaning(op).role(o);
        if (role != Role.USES && role != Role.ALIASES && role != Role.MAYBE_PART) {
          return true;
        }
      }
    }
    return false;
  }
}

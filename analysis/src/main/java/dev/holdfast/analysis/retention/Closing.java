package dev.holdfast.analysis.retention;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.limits.Bodies;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Role;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.analysis.world.Types;
import java.util.List;

/** Whether what a collection keeps has to be closed, and whether anybody does. */
final class Closing {
  private final Calls calls;
  private final FieldRef field;
  private final String type;

  Closing(Calls calls, KeptFields fields, FieldRef field) {
    this.calls = calls;
    this.field = field;
    List<String> arguments = Types.arguments(fields.type(field));
    this.type = arguments.isEmpty() ? null : Types.erase(KeptFields.last(arguments));
  }

  /** Whether this growth makes, and keeps, something that must be closed. */
  boolean isOwed(Growth growth) {
    if (type == null || growth.key() == Op.NONE) {
      return false;
    }
    int register = growth.value() == Op.NONE ? growth.key() : growth.value();
    return isMade(growth.scope(), growth.index(), register);
  }

  private boolean isMade(Scope scope, int index, int register) {
    for (int origin : scope.values().origins(index, register)) {
      Op op = Values.isParameter(origin) ? null : scope.values().op(origin);
      boolean made =
          op instanceof Op.Closure closure ? gives(closure) : op != null && makes(op.called());
      if (made) {
        return true;
      }
    }
    return false;
  }

  private boolean gives(Op.Closure closure) {
    if (closure.reference()) {
      return makes(closure.body());
    }
    Scope body = calls.summaries().scope(closure.body());
    for (int i = 0; body != null && i < body.values().ops().size(); i++) {
      if (body.values().op(i) instanceof Op.Return result && isMade(body, i, result.source())) {
        return true;
      }
    }
    return false;
  }

  private boolean makes(MethodRef method) {
    if (method == null) {
      return false;
    }
    String made = method.isConstructor() ? method.owner() : method.result();
    return mustClose(made) && (method.isConstructor() || calls.acquires(method) != null);
  }

  private boolean mustClose(String name) {
    if (calls.holdsElements(name)) {
      return false;
    }
    boolean closeable = calls.hierarchy().isSubtype(name, "java.lang.AutoCloseable");
    boolean own = calls.isOwnCode(new MethodRef(name, "close", "()V"));
    return calls.contracts().isDutyType(name) || closeable && (!own || closesSomething(name));
  }

  private boolean closesSomething(String name) {
    MethodView close = calls.hierarchy().resolve(new MethodRef(name, "close", "()V"));
    Scope body =
        close == null || close.isAbstract() ? null : calls.summaries().scope(close.method());
    return body != null && body.values().ops().stream().anyMatch(op -> op.called() != null);
  }

  /** Whether some body closes an object of the kind that is kept. */
  boolean happens(Bodies bodies) {
    for (Scope scope : bodies.scopes()) {
      if (!concerns(scope)) {
        continue;
      }
      for (Op op : scope.values().ops()) {
        if (op instanceof Op.Call call && releases(scope, call)
            || op instanceof Op.Closure closure && releases(closure)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a body stands in the class of the field, or reads it. */
  private boolean concerns(Scope scope) {
    String within = scope.body().method().owner();
    return within.equals(field.owner())
        || within.startsWith(field.owner() + "$")
        || scope.values().ops().stream()
            .anyMatch(
                op ->
                    op instanceof Op.GetField get
                        && get.field().name().equals(field.name())
                        && get.field().owner().equals(field.owner()));
  }

  private boolean releases(Scope scope, Op.Call call) {
    List<Integer> operands = Operands.ofCall(call);
    for (int o = 0; o < operands.size(); o++) {
      String held = Types.erase(scope.body().type(operands.get(o)));
      if (held != null && isKind(held)) {
        Role role = calls.meaning(call).role(o);
        if (role == Role.RELEASES || role == Role.MAY_RELEASE || role == Role.OWNS) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean releases(Op.Closure closure) {
    return closure.reference()
        && isKind(closure.body().owner())
        && calls.lastParameterRole(closure) == Role.RELEASES;
  }

  private boolean isKind(String held) {
    return calls.hierarchy().isSubtype(held, type)
        || calls.hierarchy().isSubtype(type, held) && !held.equals("java.lang.Object");
  }
}

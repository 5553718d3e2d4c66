package dev.holdfast.analysis.summary;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Places;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.Contracts;
import dev.holdfast.analysis.world.MethodView;
import java.util.List;

/** Whether a releasing method of a class releases what a field of it holds. */
final class Closes extends Question<Boolean> {
  private final Contracts contracts;
  private final Summaries summaries;
  private final String owner;
  private final String field;

  Closes(Contracts contracts, Summaries summaries, String owner, String field) {
    this.contracts = contracts;
    this.summaries = summaries;
    this.owner = owner;
    this.field = field;
  }

  @Override
  Boolean unknown() {
    return false;
  }

  @Override
  Boolean find() {
    String type = owner;
    for (int up = 0; type != null && up < 6; up++) {
      ClassView view = contracts.world().find(type);
      if (view == null) {
        return false;
      }
      for (MethodView method : view.methods("close")) {
        if (method.method().descriptor().startsWith("()") && releases(method.method())) {
          return true;
        }
      }
      type = view.superName();
    }
    return false;
  }

  private boolean releases(MethodRef method) {
    Scope scope = summaries.scope(method);
    if (scope == null) {
      return false;
    }
    Values values = scope.values();
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (!(op instanceof Op.Call || op instanceof Op.New)) {
        continue;
      }
      List<Integer> operands = Operands.ofCall(op);
      for (int o = 0; o < operands.size(); o++) {
        if (Places.isFrom(field, values, i, operands.get(o))) {
          Role role = summaries.calls().meaning(op).role(o);
          if (role == Role.RELEASES || role == Role.MAY_RELEASE) {
            return true;
          }
        }
      }
    }
    return false;
  }
}

package dev.holdfast.analysis.untyped;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.analysis.world.Types;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.List;

/** Recognises calls that bind JSON and the like to an untyped tree. */
final class Binding {
  private final Scope scope;
  private final Values values;
  private final Calls calls;
  private final Trees trees;

  Binding(Scope scope, Calls calls, Trees trees) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
    this.trees = trees;
  }

  /** Whether the result of a call is an untyped tree, by the call itself or by its type token. */
  boolean binds(Op.Call call, int index) {
    Contract contract = calls.contracts().of(call.method());
    Fact result = contract.fact(Word.UNTYPED, Slot.RESULT);
    if (result != null && result.value("").isEmpty()) {
      return true;
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      if (contract.says(Word.UNTYPED, Slot.parameter(i))
          && isUntypedToken(index, call.arguments().get(i), 0)) {
        return true;
      }
    }
    return false;
  }

  /** A helper that nobody speaks about and that returns what it binds. */
  boolean passesOn(Op.Call call) {
    if (call.target() < 0
        || !trees.isUntypedTarget(scope.body().type(call.target()))
        || calls.contracts().of(call.method()).mentioned()) {
      return false;
    }
    MethodView declared = calls.hierarchy().resolve(call.method());
    Scope body =
        declared == null || declared.isAbstract()
            ? null
            : calls.summaries().scope(declared.method());
    if (body == null) {
      return false;
    }
    Values inside = body.values();
    Binding binding = new Binding(body, calls, trees);
    for (int i = 0; i < inside.ops().size(); i++) {
      if (inside.op(i) instanceof Op.Return result && result.source() >= 0) {
        for (int origin : inside.origins(i, result.source())) {
          if (!Values.isParameter(origin)
              && inside.op(origin) instanceof Op.Call made
              && binding.binds(made, origin)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean isUntypedToken(int index, int register, int depth) {
    for (int origin : values.origins(index, register)) {
      if (isUntypedToken(origin, depth)) {
        return true;
      }
    }
    List<String> arguments = Types.arguments(scope.body().type(register));
    return arguments.size() == 1 && trees.isUntypedTarget(target(arguments.get(0)));
  }

  private boolean isUntypedToken(int origin, int depth) {
    if (Values.isParameter(origin) || depth > 3) {
      return false;
    }
    Op op = values.op(origin);
    if (op instanceof Op.Const constant) {
      return constant.value() instanceof Op.TypeConstant type && trees.isUntypedTarget(type.type());
    }
    if (op instanceof Op.New made) {
      ClassView view = calls.contracts().world().find(made.constructor().owner());
      List<String> arguments = view == null ? List.of() : Types.arguments(view.superType());
      return arguments.size() == 1 && trees.isUntypedTarget(arguments.get(0));
    }
    // new TypeToken<..>() {}.getType()
    return op instanceof Op.Call call
        && call.receiver() >= 0
        && call.arguments().isEmpty()
        && isUntypedToken(origin, call.receiver(), depth + 1);
  }

  /** {@code Class<? extends Map>} speaks of its bound; a plain wildcard says nothing at all. */
  private static String target(String argument) {
    if (argument.startsWith("? extends ")) {
      return argument.substring("? extends ".length());
    }
    return argument.startsWith("?") ? null : argument;
  }
}

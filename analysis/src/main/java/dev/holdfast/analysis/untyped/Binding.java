package dev.holdfast.analysis.untyped;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.FieldView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.analysis.world.Types;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.ArrayList;
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
    Fact result = calls.contracts().of(call.method()).fact(Word.UNTYPED, Slot.RESULT);
    if (result != null && result.value("").isEmpty()) {
      return true;
    }
    if (bindsByToken(call, index, 0)) {
      return true;
    }
    return result != null
        && result.value("").equals("ELEMENT")
        && call.receiver() >= 0
        && !trees.isContainer(scope.body().type(call.receiver()))
        && isKeptReader(index, call.receiver());
  }

  /** Whether a field holds what was made once to bind to untyped trees: a reader, or a token. */
  private boolean isKeptReader(int index, int register) {
    for (int origin : values.origins(index, register)) {
      if (!Values.isParameter(origin) && values.op(origin) instanceof Op.GetField get) {
        return holdsUntyped(get.field(), 0);
      }
    }
    return false;
  }

  private boolean holdsUntyped(FieldRef field, int depth) {
    ClassView owner = calls.contracts().world().find(field.owner());
    FieldView view = owner == null ? null : owner.field(field.name());
    if (view == null || !owner.isSource() || !view.isFinal() && !view.isPrivate()) {
      return false;
    }
    if (field.isStatic()) {
      return puts(new MethodRef(field.owner(), "<clinit>", "()V"), field, depth);
    }
    for (MethodView constructor : owner.methods("<init>")) {
      if (puts(constructor.method(), field, depth)) {
        return true;
      }
    }
    return false;
  }

  private boolean puts(MethodRef initialiser, FieldRef field, int depth) {
    Scope body = calls.summaries().scope(initialiser);
    if (body == null) {
      return false;
    }
    Binding inside = new Binding(body, calls, trees);
    for (int i = 0; i < body.values().ops().size(); i++) {
      if (body.values().op(i) instanceof Op.PutField put && put.field().equals(field)) {
        for (int origin : body.values().origins(i, put.source())) {
          if (!Values.isParameter(origin)
              && (inside.isUntypedToken(origin, depth + 1)
                  || body.values().op(origin) instanceof Op.Call made
                      && inside.bindsByToken(made, origin, depth + 1))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean bindsByToken(Op.Call call, int index, int depth) {
    for (int token : tokens(call)) {
      if (isUntypedToken(index, token, depth)) {
        return true;
      }
    }
    return false;
  }

  /** The registers with the type tokens that decide what the result of a call is. */
  private List<Integer> tokens(Op.Call call) {
    Contract contract = calls.contracts().of(call.method());
    if (!contract.says(Word.UNTYPED)) {
      return List.of();
    }
    List<Integer> tokens = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Fact fact = contract.fact(Word.UNTYPED, Slot.parameter(i));
      if (fact != null && fact.value("").isEmpty() && isSource(fact, call)) {
        tokens.add(call.arguments().get(i));
      }
    }
    return tokens;
  }

  /** Whether what is bound is of the kind the fact asks for. */
  private boolean isSource(Fact fact, Op.Call call) {
    String from = fact.argument("from", "");
    if (from.isEmpty()) {
      return true;
    }
    for (int argument : call.arguments()) {
      String type = Types.erase(scope.body().type(argument));
      if (type != null && calls.hierarchy().isSubtype(type, from)) {
        return true;
      }
    }
    return false;
  }

  /** A helper that nobody speaks about and that returns what it binds, or is told to bind. */
  boolean passesOn(Op.Call call, int index) {
    if (call.target() < 0
        || !trees.isUntypedTarget(scope.body().type(call.target()))
        || calls.contracts().of(call.method()).mentioned()) {
      return false;
    }
    Scope body = body(call.method());
    return body != null && returnsBound(body, call, index);
  }

  /** The same of a method that is told nothing: one that a method reference names. */
  boolean returnsBound(MethodRef method) {
    Scope body = calls.contracts().of(method).mentioned() ? null : body(method);
    return body != null && returnsBound(body, null, -1);
  }

  private Scope body(MethodRef method) {
    MethodView declared = calls.hierarchy().resolve(method);
    return declared == null || declared.isAbstract()
        ? null
        : calls.summaries().scope(declared.method());
  }

  private boolean returnsBound(Scope body, Op.Call call, int index) {
    Values inside = body.values();
    Binding binding = new Binding(body, calls, trees);
    for (int i = 0; i < inside.ops().size(); i++) {
      if (inside.op(i) instanceof Op.Return result && result.source() >= 0) {
        for (int origin : inside.origins(i, result.source())) {
          if (!Values.isParameter(origin)
              && inside.op(origin) instanceof Op.Call made
              && (binding.binds(made, origin)
                  || call != null && isTold(call, index, made, origin, inside))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether a callee binds by the type token that it is given here. */
  private boolean isTold(Op.Call call, int index, Op.Call made, int at, Values inside) {
    List<Integer> operands = Operands.ofCall(call);
    for (int token : tokens(made)) {
      for (int origin : inside.origins(at, token)) {
        if (Values.isParameter(origin)
            && Values.register(origin) < operands.size()
            && isUntypedToken(index, operands.get(Values.register(origin)), 0)) {
          return true;
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
    if (op instanceof Op.GetField get) {
      return holdsUntyped(get.field(), depth + 1);
    }
    // new TypeToken<..>() {}.getType()
    return op instanceof Op.Call call
        && (call.receiver() >= 0
                && call.arguments().isEmpty()
                && isUntypedToken(origin, call.receiver(), depth + 1)
            || bindsByToken(call, origin, depth + 1));
  }

  /** {@code Class<? extends Map>} speaks of its bound; a plain wildcard says nothing at all. */
  private static String target(String argument) {
    if (argument.startsWith("? extends ")) {
      return argument.substring("? extends ".length());
    }
    return argument.startsWith("?") ? null : argument;
  }
}

package dev.holdfast.analysis.untyped;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.world.Contracts;
import dev.holdfast.analysis.world.Types;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * What the calls of one body are to the tree they are called on: how they walk it, by which key.
 */
final class Steps {
  private static final String DIG = "DIG";
  private static final String ELEMENT = "ELEMENT";

  /** How deep collectors are nested. */
  private static final int COLLECTORS = 3;

  private final Scope scope;
  private final Values values;
  private final Contracts contracts;

  /** A lambda or method reference that is run on what lies in a tree. */
  record Function(Op.Closure closure, boolean digs) {}

  Steps(Scope scope, Contracts contracts) {
    this.scope = scope;
    this.values = scope.values();
    this.contracts = contracts;
  }

  /** Whether an op goes one level down a tree. */
  boolean digs(Op op) {
    return says(op, DIG);
  }

  /** Whether the result of an op is an element of the receiver, on the same level. */
  boolean isElement(Op op) {
    return says(op, ELEMENT);
  }

  private boolean says(Op op, String kind) {
    if (!(op instanceof Op.Call call) || call.receiver() < 0) {
      return false;
    }
    Fact fact = contracts.of(call.method()).fact(Word.UNTYPED, Slot.RESULT);
    return fact != null && fact.value("").equals(kind);
  }

  /** The lambdas that a call runs on its receiver's elements or values. */
  List<Function> functions(Op.Call call, int index) {
    List<Function> functions = List.of();
    for (int i = 0; call.receiver() >= 0 && i < call.arguments().size(); i++) {
      Fact fact = contracts.of(call.method()).fact(Word.UNTYPED, Slot.parameter(i));
      if (fact == null || fact.value("").isEmpty()) {
        continue;
      }
      functions = functions.isEmpty() ? new ArrayList<>() : functions;
      collect(index, call.arguments().get(i), fact.value("").equals(DIG), functions, COLLECTORS);
    }
    return functions;
  }

  /** A lambda, or those that a collector is made of. */
  private void collect(
      int index, int register, boolean digs, List<Function> functions, int collectors) {
    for (int origin : values.origins(index, register)) {
      Op op = Values.isParameter(origin) ? null : values.op(origin);
      if (op instanceof Op.Closure closure) {
        functions.add(new Function(closure, digs));
      } else if (op instanceof Op.Call maker && maker.receiver() < 0 && collectors > 0) {
        for (int argument : maker.arguments()) {
          collect(origin, argument, digs, functions, collectors - 1);
        }
      }
    }
  }

  /** Containers keyed by type tokens give back what was put in under that type. */
  boolean isTypeToken(Op.Call call) {
    return !call.arguments().isEmpty()
        && "java.lang.Class".equals(Types.erase(scope.body().type(call.arguments().get(0))));
  }

  /** The key of a step, "*" where it is not constant. */
  String key(Op.Call call, int index) {
    if (call.arguments().isEmpty()) {
      return "*";
    }
    int[] origins = values.origins(index, call.arguments().get(0));
    if (origins.length == 1
        && !Values.isParameter(origins[0])
        && values.op(origins[0]) instanceof Op.Const constant
        && constant.value() instanceof String text) {
      return text;
    }
    return "*";
  }
}

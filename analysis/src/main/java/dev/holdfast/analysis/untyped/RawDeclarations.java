package dev.holdfast.analysis.untyped;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.FieldView;
import dev.holdfast.analysis.world.MethodView;

/**
 * Declarations keep their type arguments in class files, where expressions lose them: what was
 * declared raw is known to be raw.
 */
final class RawDeclarations {
  private static final int SYNTHETIC = 0x1000;

  private final Scope scope;
  private final Calls calls;

  RawDeclarations(Scope scope, Calls calls) {
    this.scope = scope;
    this.calls = calls;
  }

  /** Whether a value without type arguments comes straight from a declaration without any. */
  boolean declare(int origin) {
    if (Values.isParameter(origin)) {
      return hasNames() && isParameter(Values.register(origin));
    }
    return scope.values().op(origin) instanceof Op.GetField read && hasNames() && isField(read);
  }

  private boolean isParameter(int register) {
    MethodView method = calls.hierarchy().resolve(scope.body().method());
    // a compiler declares what its lambdas, its bridges and its constructors capture as it likes
    return method != null
        && !isSynthetic(method.access())
        && !method.method().isConstructor()
        && register >= (method.isStatic() ? 0 : 1);
  }

  private boolean isField(Op.GetField read) {
    ClassView owner = calls.contracts().world().find(read.field().owner());
    FieldView field = owner == null ? null : owner.field(read.field().name());
    return field != null && !isSynthetic(field.access());
  }

  /** Who strips a class file of its signatures strips it of its names, too. */
  private boolean hasNames() {
    return scope.body().registers().stream().map(Body.Register::name).anyMatch(n -> n != null);
  }

  private static boolean isSynthetic(int access) {
    return (access & SYNTHETIC) != 0;
  }
}

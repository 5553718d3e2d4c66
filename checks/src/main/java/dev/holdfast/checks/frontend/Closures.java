package dev.holdfast.checks.frontend;

import com.sun.source.tree.MemberReferenceTree.ReferenceMode;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree.JCFunctionalExpression;
import com.sun.tools.javac.tree.JCTree.JCLambda;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import java.util.ArrayList;
import java.util.List;

/** Lowers lambdas and method references to closures over what they take along. */
final class Closures {
  private final Lowering in;

  Closures(Lowering in) {
    this.in = in;
  }

  int lambda(JCLambda tree) {
    LambdaMethod lambda = in.owner.lambda(tree);
    List<Integer> captured = new ArrayList<>();
    if (lambda.captures().self()) {
      captured.add(in.scope.self());
    }
    for (VarSymbol variable : lambda.captures().variables()) {
      captured.add(in.scope.read(variable, tree));
    }
    Op.Dispatch dispatch = lambda.captures().self() ? Op.Dispatch.SPECIAL : Op.Dispatch.STATIC;
    return closure(tree, lambda.method(), false, dispatch, captured);
  }

  int reference(JCMemberReference tree) {
    MethodSymbol method = method(tree);
    if (tree.getMode() == ReferenceMode.NEW) {
      return method.owner == in.naming.symtab.arrayClass
          ? in.expressions.opaque(tree, List.of())
          : creation(tree, method);
    }
    boolean isValue = Expressions.isExpression(tree.expr);
    int receiver = isValue ? in.expressions.lower(tree.expr) : Op.NONE;
    Type site = tree.expr.type;
    Op.Dispatch dispatch = Calls.Qualifier.dispatch(method, site, isSuper(tree), in.naming);
    List<Integer> captured = receiver >= 0 && !method.isStatic() ? List.of(receiver) : List.of();
    return closure(tree, in.naming.method(method, site), true, dispatch, captured);
  }

  private int creation(JCMemberReference tree, MethodSymbol constructor) {
    ClassSymbol made = (ClassSymbol) constructor.owner;
    List<Integer> captured = new ArrayList<>();
    if (made.hasOuterInstance()) {
      Symbol.TypeSymbol around = made.type.getEnclosingType().tsym;
      captured.add(in.scope.instanceOf(around, true, tree));
    }
    for (VarSymbol variable : in.owner.sources.captured(made)) {
      captured.add(in.scope.read(variable, tree));
    }
    MethodRef ref = in.naming.method(constructor);
    return closure(tree, ref, true, Op.Dispatch.SPECIAL, captured);
  }

  private MethodSymbol method(JCMemberReference tree) {
    if (tree.sym instanceof MethodSymbol method && method.owner == in.naming.symtab.arrayClass) {
      return method;
    }
    return Calls.method(tree.sym);
  }

  private static boolean isSuper(JCMemberReference tree) {
    return tree.hasKind(JCMemberReference.ReferenceKind.SUPER);
  }

  private int closure(
      JCFunctionalExpression tree,
      MethodRef body,
      boolean reference,
      Op.Dispatch dispatch,
      List<Integer> captured) {
    int target = in.expressions.temporary(tree);
    in.flow.emit(
        new Op.Closure(
            target, body, reference, dispatch, captured, functional(tree.type), in.sites.at(tree)));
    return target;
  }

  /** The functional interface; of an intersection the part that has the method. */
  private String functional(Type type) {
    if (type.isIntersection()) {
      for (Type part : in.naming.types.directSupertypes(type)) {
        if (in.naming.types.isFunctionalInterface(part)) {
          return in.naming.erased(part);
        }
      }
    }
    if (!type.hasTag(TypeTag.CLASS)) {
      throw new GivenUp("unresolved functional interface");
    }
    return in.naming.erased(type);
  }
}

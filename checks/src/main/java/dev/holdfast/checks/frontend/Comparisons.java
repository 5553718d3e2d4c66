package dev.holdfast.checks.frontend;

import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree.JCAssign;
import com.sun.tools.javac.tree.JCTree.JCBinary;
import com.sun.tools.javac.tree.JCTree.JCConditional;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCSwitchExpression;
import com.sun.tools.javac.tree.JCTree.JCTypeCast;
import com.sun.tools.javac.tree.JCTree.JCUnary;
import com.sun.tools.javac.tree.TreeInfo;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Edge.Test.Is;
import dev.holdfast.analysis.ir.Op;

/** Tells which comparisons are tests of one register against one int. */
final class Comparisons {
  private final Lowering in;

  Comparisons(Lowering in) {
    this.in = in;
  }

  /** Lowers both operands; the test, or null where the analysis need not understand it. */
  Edge.Test lower(JCBinary tree, Tree.Kind comparison) {
    int left = value(tree.lhs);
    int right = value(tree.rhs);
    if (!tree.operator.type.getParameterTypes().head.hasTag(TypeTag.INT)) {
      return null;
    }
    if (tree.rhs.type.constValue() instanceof Integer number && left >= 0) {
      return test(comparison, left, number);
    }
    return tree.lhs.type.constValue() instanceof Integer number && right >= 0
        ? test(mirrored(comparison), right, number)
        : null;
  }

  private int value(JCExpression tree) {
    return register(tree, in.expressions.lower(tree));
  }

  /**
   * The register to test for the value of an expression just lowered; {@link Op#NONE} where it is
   * computed: bytecode has that on the stack, not in a register.
   */
  int register(JCExpression expression, int value) {
    JCExpression tree = TreeInfo.skipParens(expression);
    if (tree instanceof JCUnary step
        && step.getKind() != Tree.Kind.POSTFIX_INCREMENT
        && step.getKind() != Tree.Kind.POSTFIX_DECREMENT) {
      boolean ofLocal =
          (step.getKind() == Tree.Kind.PREFIX_INCREMENT
                  || step.getKind() == Tree.Kind.PREFIX_DECREMENT)
              && TreeInfo.symbol(step.arg) instanceof VarSymbol variable
              && Naming.isLocal(variable);
      return ofLocal ? in.scope.read((VarSymbol) TreeInfo.symbol(step.arg), tree) : Op.NONE;
    }
    return isInRegister(tree) ? value : Op.NONE;
  }

  private boolean isInRegister(JCExpression expression) {
    JCExpression tree = TreeInfo.skipParens(expression);
    if (tree instanceof JCAssign assignment) {
      return isInRegister(assignment.rhs);
    }
    if (tree instanceof JCTypeCast cast) {
      Type from = cast.expr.type;
      return !from.isPrimitive()
          || isInt(from) && tree.type.hasTag(TypeTag.INT) && isInRegister(cast.expr);
    }
    return tree instanceof JCIdent
        || tree instanceof JCFieldAccess select && select.sym != in.naming.symtab.lengthVar
        || tree instanceof JCMethodInvocation
        || tree instanceof JCConditional
        || tree instanceof JCSwitchExpression
        || tree instanceof JCUnary;
  }

  /** Whether values of a type, unboxed, are compared as int. */
  boolean isInt(Type type) {
    Type plain = in.naming.types.unboxedTypeOrType(type);
    return plain.hasTag(TypeTag.INT)
        || plain.hasTag(TypeTag.SHORT)
        || plain.hasTag(TypeTag.CHAR)
        || plain.hasTag(TypeTag.BYTE);
  }

  private static Edge.Test test(Tree.Kind comparison, int register, int number) {
    return switch (comparison) {
      case EQUAL_TO -> new Edge.Test(Is.EQUAL, register, null, number);
      case NOT_EQUAL_TO -> new Edge.Test(Is.NOT_EQUAL, register, null, number);
      case LESS_THAN -> new Edge.Test(Is.LESS, register, null, number);
      case GREATER_THAN_EQUAL -> new Edge.Test(Is.AT_LEAST, register, null, number);
      case GREATER_THAN -> Edge.Test.above(register, number);
      case LESS_THAN_EQUAL -> Edge.Test.notAbove(register, number);
      default -> null;
    };
  }

  private static Tree.Kind mirrored(Tree.Kind comparison) {
    return switch (comparison) {
      case LESS_THAN -> Tree.Kind.GREATER_THAN;
      case GREATER_THAN -> Tree.Kind.LESS_THAN;
      case LESS_THAN_EQUAL -> Tree.Kind.GREATER_THAN_EQUAL;
      case GREATER_THAN_EQUAL -> Tree.Kind.LESS_THAN_EQUAL;
      default -> comparison;
    };
  }
}

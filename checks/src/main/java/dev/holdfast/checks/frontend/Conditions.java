package dev.holdfast.checks.frontend;

import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCBinary;
import com.sun.tools.javac.tree.JCTree.JCConditional;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCInstanceOf;
import com.sun.tools.javac.tree.JCTree.JCPattern;
import com.sun.tools.javac.tree.JCTree.JCUnary;
import com.sun.tools.javac.tree.TreeInfo;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Edge.Test.Is;
import dev.holdfast.analysis.ir.Op;

/** Lowers conditions to edges: {@code &&}, {@code ||} and {@code !} leave no op behind. */
final class Conditions {
  private final Lowering in;
  private final Flow flow;

  Conditions(Lowering in) {
    this.in = in;
    this.flow = in.flow;
  }

  /** Goes to one node where the condition holds and to the other where it does not. */
  void branch(JCExpression condition, Flow.Node yes, Flow.Node no) {
    JCExpression tree = TreeInfo.skipParens(condition);
    if (tree.type == null) {
      throw new GivenUp(GivenUp.UNATTRIBUTED);
    }
    if (tree.type.isTrue()) {
      flow.go(yes);
    } else if (tree.type.isFalse()) {
      flow.go(no);
    } else if (tree instanceof JCUnary unary && unary.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      branch(unary.arg, no, yes);
    } else if (tree instanceof JCBinary binary) {
      branchBinary(binary, yes, no);
    } else if (tree instanceof JCConditional conditional) {
      Flow.Node first = flow.node();
      Flow.Node second = flow.node();
      branch(conditional.cond, first, second);
      flow.start(first);
      branch(conditional.truepart, yes, no);
      flow.start(second);
      branch(conditional.falsepart, yes, no);
    } else if (tree instanceof JCInstanceOf test) {
      branchInstance(test, yes, no);
    } else {
      test(in.expressions.lower(tree), Is.TRUE, Is.FALSE, yes, no);
    }
  }

  private void branchBinary(JCBinary tree, Flow.Node yes, Flow.Node no) {
    Flow.Node second = flow.node();
    switch (tree.getKind()) {
      case CONDITIONAL_AND -> {
        branch(tree.lhs, second, no);
        flow.start(second);
        branchIfAlive(tree.rhs, yes, no);
      }
      case CONDITIONAL_OR -> {
        branch(tree.lhs, yes, second);
        flow.start(second);
        branchIfAlive(tree.rhs, yes, no);
      }
      case EQUAL_TO -> branchEqual(tree, yes, no);
      case NOT_EQUAL_TO -> branchEqual(tree, no, yes);
      case LESS_THAN, LESS_THAN_EQUAL, GREATER_THAN, GREATER_THAN_EQUAL ->
          compare(tree, tree.getKind(), yes, no);
      default -> test(in.expressions.lower(tree), Is.TRUE, Is.FALSE, yes, no);
    }
  }

  private void branchIfAlive(JCExpression tree, Flow.Node yes, Flow.Node no) {
    if (flow.alive()) {
      branch(tree, yes, no);
    }
  }

  private void branchEqual(JCBinary tree, Flow.Node yes, Flow.Node no) {
    if (isNull(tree.rhs)) {
      test(in.expressions.lower(tree.lhs), Is.NULL, Is.NONNULL, yes, no);
    } else if (isNull(tree.lhs)) {
      test(in.expressions.lower(tree.rhs), Is.NULL, Is.NONNULL, yes, no);
    } else if (isBoolean(tree.rhs)) {
      branchSame(tree.lhs, tree.rhs.type.isTrue(), yes, no);
    } else if (isBoolean(tree.lhs)) {
      branchSame(tree.rhs, tree.lhs.type.isTrue(), yes, no);
    } else {
      compare(tree, Tree.Kind.EQUAL_TO, yes, no);
    }
  }

  /** A comparison that the analysis need not understand may go either way. */
  private void compare(JCBinary tree, Tree.Kind comparison, Flow.Node yes, Flow.Node no) {
    Edge.Test test = in.comparisons.lower(tree, comparison);
    if (test == null) {
      flow.also(yes);
      flow.also(no);
    } else {
      flow.when(test, yes);
      flow.when(test.opposite(), no);
    }
    flow.end();
  }

  private void branchSame(JCExpression tree, boolean constant, Flow.Node yes, Flow.Node no) {
    branch(tree, constant ? yes : no, constant ? no : yes);
  }

  private void branchInstance(JCInstanceOf tree, Flow.Node yes, Flow.Node no) {
    int value = in.expressions.lower(tree.expr);
    if (tree.pattern instanceof JCPattern pattern) {
      in.patterns.match(value, tree.expr.type, pattern, false, yes, no);
    } else {
      instance(value, tree.pattern.type, yes, no);
    }
  }

  void instance(int value, Type type, Flow.Node yes, Flow.Node no) {
    String name = in.naming.erased(type);
    flow.when(Is.INSTANCE, value, name, yes);
    flow.when(Is.NOT_INSTANCE, value, name, no);
    flow.end();
  }

  void test(int register, Is holds, Is fails, Flow.Node yes, Flow.Node no) {
    flow.when(holds, register, null, yes);
    flow.when(fails, register, null, no);
    flow.end();
  }

  /** The condition as a value: true and false on the two ways. */
  int value(JCExpression condition) {
    int target = in.expressions.temporary(condition);
    Flow.Node yes = flow.node();
    Flow.Node no = flow.node();
    Flow.Node join = flow.node();
    branch(condition, yes, no);
    set(target, true, yes, join, condition);
    set(target, false, no, join, condition);
    flow.start(join);
    return target;
  }

  private void set(int target, boolean value, Flow.Node at, Flow.Node next, JCTree tree) {
    flow.start(at);
    flow.emit(new Op.Const(target, value, in.sites.implicit(tree)));
    if (flow.alive()) {
      flow.go(next);
    }
  }

  private static boolean isNull(JCExpression tree) {
    return tree.type != null && tree.type.hasTag(TypeTag.BOT);
  }

  private static boolean isBoolean(JCExpression tree) {
    return tree.type != null && (tree.type.isTrue() || tree.type.isFalse());
  }
}

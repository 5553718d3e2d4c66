package dev.holdfast.checks.fix;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * The expression that makes what has to be closed: the acquiring call or, further out, the wrapper
 * that is one duty with it.
 *
 * @param path of the expression
 * @param statement that it stands in and that evaluates it before anything else
 */
record Resource(TreePath path, TreePath statement) {

  /** Null where it cannot be taken out of its statement. */
  static Resource of(TreePath acquired, Code code, Api api) {
    TreePath outermost = null;
    for (TreePath at = acquired; at != null; at = around(at, code, api)) {
      if (api.isCloseable(code.type(at.getLeaf()))) {
        outermost = at;
      }
    }
    TreePath statement = outermost == null ? null : first(outermost);
    return statement == null ? null : new Resource(outermost, statement);
  }

  /** The variable that it is the value of, or null. */
  VariableTree declared() {
    return statement.getLeaf() instanceof VariableTree variable
            && variable.getInitializer() == path.getLeaf()
        ? variable
        : null;
  }

  boolean isStatement() {
    return statement.getLeaf() instanceof ExpressionStatementTree statementOnly
        && statementOnly.getExpression() == path.getLeaf();
  }

  /** The next expression outwards whose value is the same duty, or null. */
  private static TreePath around(TreePath inner, Code code, Api api) {
    TreePath outer = inner.getParentPath();
    Tree leaf = outer.getLeaf();
    if (leaf instanceof ParenthesizedTree || leaf instanceof TypeCastTree) {
      return outer;
    }
    if (leaf instanceof MemberSelectTree
        && outer.getParentPath().getLeaf() instanceof MethodInvocationTree call
        && call.getMethodSelect() == leaf) {
      return says(call, code.type(inner.getLeaf()), Slot.RESULT, code, api)
          ? outer.getParentPath()
          : null;
    }
    if (leaf instanceof MethodInvocationTree call) {
      Slot slot = Slot.parameter(call.getArguments().indexOf(inner.getLeaf()));
      TypeMirror on =
          call.getMethodSelect() instanceof MemberSelectTree select
              ? code.type(select.getExpression())
              : null;
      return says(call, on, slot, code, api) ? outer : null;
    }
    if (leaf instanceof NewClassTree made && made.getEnclosingExpression() == null) {
      Slot slot = Slot.parameter(made.getArguments().indexOf(inner.getLeaf()));
      return says(made, code.type(made.getIdentifier()), slot, code, api) ? outer : null;
    }
    return null;
  }

  private static boolean says(Tree call, TypeMirror on, Slot slot, Code code, Api api) {
    return code.element(call) instanceof ExecutableElement method
        && api.of(method, on).says(Word.ALIASES, slot);
  }

  /** The statement around an expression, if it evaluates nothing of effect before that; or null. */
  private static TreePath first(TreePath expression) {
    Tree below = expression.getLeaf();
    for (TreePath at = expression.getParentPath(); at != null; at = at.getParentPath()) {
      Tree leaf = at.getLeaf();
      if (leaf instanceof StatementTree) {
        boolean once =
            leaf instanceof VariableTree
                || leaf instanceof ExpressionStatementTree
                || leaf instanceof ReturnTree
                || leaf instanceof IfTree choice && choice.getCondition() == below;
        return once ? at : null;
      }
      if (!evaluatesFirst(leaf, below)) {
        return null;
      }
      below = leaf;
    }
    return null;
  }

  private static boolean evaluatesFirst(Tree outer, Tree inner) {
    if (outer instanceof MethodInvocationTree call) {
      return call.getMethodSelect() == inner
          || isPlain(receiver(call)) && arePlainBefore(call.getArguments(), inner);
    }
    if (outer instanceof NewClassTree made) {
      return made.getEnclosingExpression() == null && arePlainBefore(made.getArguments(), inner);
    }
    if (outer instanceof BinaryTree binary) {
      return binary.getLeftOperand() == inner || isPlain(binary.getLeftOperand());
    }
    if (outer instanceof AssignmentTree assignment) {
      return assignment.getVariable() instanceof IdentifierTree;
    }
    if (outer instanceof CompoundAssignmentTree assignment) {
      return assignment.getVariable() instanceof IdentifierTree;
    }
    if (outer instanceof ConditionalExpressionTree choice) {
      return choice.getCondition() == inner;
    }
    return outer instanceof MemberSelectTree
        || outer instanceof ParenthesizedTree
        || outer instanceof TypeCastTree;
  }

  private static Tree receiver(MethodInvocationTree call) {
    return call.getMethodSelect() instanceof MemberSelectTree select
        ? select.getExpression()
        : call.getMethodSelect();
  }

  private static boolean arePlainBefore(List<? extends ExpressionTree> arguments, Tree inner) {
    for (ExpressionTree argument : arguments) {
      if (argument == inner) {
        return true;
      }
      if (!isPlain(argument)) {
        return false;
      }
    }
    return false;
  }

  /** Whether evaluating it has no effect and cannot fail. */
  private static boolean isPlain(Tree tree) {
    return switch (tree.getKind()) {
      case IDENTIFIER,
          INT_LITERAL,
          LONG_LITERAL,
          BOOLEAN_LITERAL,
          CHAR_LITERAL,
          STRING_LITERAL,
          NULL_LITERAL,
          LAMBDA_EXPRESSION ->
          true;
      case MEMBER_SELECT -> isPlain(((MemberSelectTree) tree).getExpression());
      default -> false;
    };
  }
}

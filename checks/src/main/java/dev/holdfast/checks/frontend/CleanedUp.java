package dev.holdfast.checks.frontend;

import com.sun.source.tree.StatementTree;
import com.sun.tools.javac.tree.JCTree.JCAnnotation;
import com.sun.tools.javac.tree.JCTree.JCAssign;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCLiteral;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.TreeInfo;

/**
 * Knows the local variable whose annotation puts the rest of the block into a try: its processor
 * writes the finally and takes the annotation away, but a scan of mere sources runs none.
 */
final class CleanedUp {
  private static final String ANNOTATION = "Cleanup";
  private static final String CLOSE = "close";

  private CleanedUp() {}

  /** The method that is called on the variable in the end, or null. */
  static String by(StatementTree statement) {
    if (statement instanceof JCVariableDecl variable && variable.sym != null) {
      for (JCAnnotation annotation : variable.mods.annotations) {
        if (TreeInfo.name(annotation.annotationType).contentEquals(ANNOTATION)) {
          return annotation.args.isEmpty() ? CLOSE : text(annotation.args.head);
        }
      }
    }
    return null;
  }

  private static String text(JCExpression argument) {
    JCExpression value = argument instanceof JCAssign assign ? assign.rhs : argument;
    return value instanceof JCLiteral literal && literal.value instanceof String name
        ? name
        : CLOSE;
  }
}

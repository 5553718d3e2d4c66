package dev.holdfast.gate.engine;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;

/**
 * The tokens of the statement around a place, white space and comments evened out: what still
 * identifies a finding when lines have moved.
 */
final class Anchor {
  private static final int LENGTH = 400;

  private Anchor() {}

  static String of(TreePath path) {
    Tree found = path.getLeaf();
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      Tree tree = at.getLeaf();
      if (tree instanceof ClassTree || tree instanceof LambdaExpressionTree) {
        break;
      }
      if (tree instanceof StatementTree) {
        // of an if or a loop only the part that holds the place
        found = tree instanceof VariableTree || isSimple(tree) ? tree : found;
        break;
      }
      found = tree;
    }
    String text = found.toString().replaceAll("\\s+", " ").trim();
    return text.length() > LENGTH ? text.substring(0, LENGTH) : text;
  }

  private static boolean isSimple(Tree tree) {
    return switch (tree.getKind()) {
      case EXPRESSION_STATEMENT, RETURN, THROW, YIELD, ASSERT -> true;
      default -> false;
    };
  }
}

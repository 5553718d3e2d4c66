package dev.holdfast.checks;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.tools.javac.tree.JCTree;

/**
 * Where a finding is shown: at the name of the called member, so that a chain broken over lines
 * points at its offending link and both engines agree on the line.
 *
 * @param start first character, in UTF-16 units from the start of the file
 * @param end the character after the last
 */
record CalledName(int start, int end) {
  static CalledName of(Tree tree, CompilationUnitTree unit, SourcePositions positions) {
    return new Search(unit, positions).in(tree);
  }

  int line(LineMap lines) {
    return (int) lines.getLineNumber(start);
  }

  /** A tab counts as one column, other than in the compiler's own messages. */
  int column(LineMap lines) {
    return start - (int) lines.getStartPosition(line(lines)) + 1;
  }

  private record Search(CompilationUnitTree unit, SourcePositions positions) {
    CalledName in(Tree tree) {
      if (tree instanceof MethodInvocationTree call) {
        return in(call.getMethodSelect());
      }
      if (tree instanceof AssignmentTree assignment) {
        return in(assignment.getVariable());
      }
      if (tree instanceof MemberSelectTree select) {
        return last(tree, select.getIdentifier().length());
      }
      if (tree instanceof MemberReferenceTree reference) {
        boolean constructs = reference.getMode() == MemberReferenceTree.ReferenceMode.NEW;
        return last(tree, constructs ? "new".length() : reference.getName().length());
      }
      if (tree instanceof NewClassTree made) {
        // not from the start of the tree: that may be the outer instance
        return oneLine(((JCTree) tree).pos, end(made.getIdentifier()));
      }
      if (tree instanceof VariableTree variable) {
        return first(((JCTree) tree).pos, variable.getName().length());
      }
      if (tree instanceof IdentifierTree identifier) {
        return first(start(tree), identifier.getName().length());
      }
      if (tree instanceof ReturnTree) {
        return first(start(tree), "return".length());
      }
      return oneLine(start(tree), end(tree));
    }

    private static CalledName first(int start, int length) {
      return new CalledName(start, start + length);
    }

    /** The name that ends a selection; where the compiler keeps no ends, from the dot on. */
    private CalledName last(Tree tree, int length) {
      int end = (int) positions.getEndPosition(unit, tree);
      return end < 0 ? first(((JCTree) tree).pos + 1, length) : new CalledName(end - length, end);
    }

    /** Cut at the end of its first line: a mark over many lines points at nothing. */
    private CalledName oneLine(int start, int end) {
      LineMap lines = unit.getLineMap();
      long line = lines.getLineNumber(start);
      if (end <= start || lines.getLineNumber(end - 1) == line) {
        return new CalledName(start, Math.max(start + 1, end));
      }
      return new CalledName(start, (int) lines.getStartPosition(line + 1) - 1);
    }

    private int start(Tree tree) {
      int start = (int) positions.getStartPosition(unit, tree);
      return start < 0 ? Math.max(0, ((JCTree) tree).pos) : start;
    }

    private int end(Tree tree) {
      return (int) positions.getEndPosition(unit, tree);
    }
  }
}

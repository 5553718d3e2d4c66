package dev.holdfast.checks;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.tools.javac.tree.JCTree;

/**
 * Where a finding is shown: at the name of the called member, so that a chain broken over lines
 * points at its offending link and both engines agree on the line.
 */
record CalledName(int start, int end, int line, int column) {
  static CalledName of(Tree tree, CompilationUnitTree unit, SourcePositions positions) {
    int start;
    int end;
    if (tree instanceof NewClassTree made) {
      start = ((JCTree) tree).pos;
      end = endOf(made.getIdentifier(), unit, positions);
    } else {
      int[] range = name(tree, unit, positions);
      start = range[0];
      end = range[1];
    }
    LineMap lines = unit.getLineMap();
    int line = (int) lines.getLineNumber(start);
    int column = start - (int) lines.getStartPosition(line) + 1;
    return new CalledName(start, Math.max(start, end), line, column);
  }

  private static int[] name(Tree tree, CompilationUnitTree unit, SourcePositions positions) {
    if (tree instanceof MethodInvocationTree call) {
      return name(call.getMethodSelect(), unit, positions);
    }
    if (tree instanceof MemberSelectTree select) {
      return last(tree, select.getIdentifier().length(), unit, positions);
    }
    if (tree instanceof MemberReferenceTree reference) {
      boolean constructs = reference.getMode() == MemberReferenceTree.ReferenceMode.NEW;
      return last(tree, constructs ? 3 : reference.getName().length(), unit, positions);
    }
    int start = start(tree, unit, positions);
    if (tree instanceof IdentifierTree identifier) {
      return new int[] {start, start + identifier.getName().length()};
    }
    if (tree instanceof VariableTree variable) {
      int at = ((JCTree) tree).pos;
      return new int[] {at, at + variable.getName().length()};
    }
    return new int[] {start, endOf(tree, unit, positions)};
  }

  /** The name that ends a selection; where the compiler keeps no ends, the dot before it. */
  private static int[] last(
      Tree tree, int length, CompilationUnitTree unit, SourcePositions positions) {
    int end = (int) positions.getEndPosition(unit, tree);
    if (end < 0) {
      int dot = ((JCTree) tree).pos;
      return new int[] {dot, dot + 1 + length};
    }
    return new int[] {end - length, end};
  }

  private static int start(Tree tree, CompilationUnitTree unit, SourcePositions positions) {
    int start = (int) positions.getStartPosition(unit, tree);
    return start < 0 ? Math.max(0, ((JCTree) tree).pos) : start;
  }

  private static int endOf(Tree tree, CompilationUnitTree unit, SourcePositions positions) {
    int end = (int) positions.getEndPosition(unit, tree);
    return end < 0 ? start(tree, unit, positions) + 1 : end;
  }
}

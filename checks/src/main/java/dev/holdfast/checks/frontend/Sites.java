package dev.holdfast.checks.frontend;

import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCCompilationUnit;
import com.sun.tools.javac.util.Position;
import dev.holdfast.analysis.ir.Site;

/** Makes sites of one compilation unit: the handle is the tree. */
final class Sites {
  private final Position.LineMap lines;

  Sites(JCCompilationUnit unit) {
    this.lines = unit.lineMap;
  }

  Site at(JCTree tree) {
    return at(tree, Site.Role.EXPRESSION);
  }

  Site implicit(JCTree tree) {
    return at(tree, Site.Role.IMPLICIT);
  }

  Site at(JCTree tree, Site.Role role) {
    int position = tree.pos;
    boolean known = lines != null && position != Position.NOPOS;
    return new Site(tree, known ? lines.getLineNumber(position) : 0, role);
  }
}

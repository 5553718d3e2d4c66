package dev.holdfast.checks.fix;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/** One source file, as the compiler read it: text, trees, and where these stand in the text. */
final class Code {
  private final Trees trees;
  private final SourcePositions positions;
  private final TreePath root;
  private final CompilationUnitTree unit;
  private final Layout layout;

  Code(Trees trees, CompilationUnitTree unit) throws IOException {
    this.trees = trees;
    this.positions = trees.getSourcePositions();
    this.unit = unit;
    this.root = new TreePath(unit);
    this.layout = new Layout(unit.getSourceFile().getCharContent(true).toString());
  }

  CompilationUnitTree unit() {
    return unit;
  }

  Layout layout() {
    return layout;
  }

  String text() {
    return layout.text();
  }

  int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }

  String text(Tree tree) {
    return text().substring(start(tree), end(tree));
  }

  /** Whether a tree is written in the file: the compiler adds some of its own. */
  boolean isWritten(Tree tree) {
    return start(tree) >= 0 && end(tree) > start(tree);
  }

  Element element(Tree tree) {
    return trees.getElement(new TreePath(root, tree));
  }

  TypeMirror type(Tree tree) {
    return trees.getTypeMirror(new TreePath(root, tree));
  }

  TreePath path(Tree tree) {
    return TreePath.getPath(root, tree);
  }
}

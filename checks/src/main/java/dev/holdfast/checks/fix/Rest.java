package dev.holdfast.checks.fix;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.Comparator;
import java.util.List;

/**
 * A statement and what follows it in its block, laid out line by line: what can be put into a block
 * of its own. Always to the end of the block, so that nothing declared in it is missed behind it
 * and nothing that leans on an object is used after that was released.
 *
 * @param statement the first
 * @param block that they stand in
 * @param indent of the statement
 * @param unit of indentation
 * @param end start of the line with the closing brace
 */
record Rest(Code code, TreePath statement, BlockTree block, String indent, String unit, int end) {

  /** Null where the layout says nothing about how a block is to look. */
  static Rest from(TreePath statement, Code code) {
    Tree parent = statement.getParentPath().getLeaf();
    if (!(parent instanceof BlockTree block)
        || !code.isWritten(block)
        || !code.isWritten(statement.getLeaf())) {
      return null;
    }
    Layout layout = code.layout();
    int start = code.start(statement.getLeaf());
    int brace = code.end(block) - 1;
    if (!layout.isFirstOnLine(start) || !layout.isFirstOnLine(brace) || sharesType(code, block)) {
      return null;
    }
    String indent = layout.indent(start);
    String outer = layout.indent(brace);
    boolean nested = indent.startsWith(outer) && indent.length() > outer.length();
    return nested
        ? new Rest(
            code,
            statement,
            block,
            indent,
            indent.substring(outer.length()),
            layout.lineStart(brace))
        : null;
  }

  /** {@code int a = 1, b = 2;} are two statements that share a type. */
  private static boolean sharesType(Code code, BlockTree block) {
    int before = -1;
    for (StatementTree one : block.getStatements()) {
      if (code.start(one) < before) {
        return true;
      }
      before = code.end(one);
    }
    return false;
  }

  int start() {
    return code.start(statement.getLeaf());
  }

  List<? extends StatementTree> following() {
    List<? extends StatementTree> all = block.getStatements();
    return all.subList(all.indexOf(statement.getLeaf()) + 1, all.size());
  }

  boolean isFirst() {
    return block.getStatements().get(0) == statement.getLeaf();
  }

  /** A piece of the text without some statements, which take their lines along. */
  String without(List<StatementTree> dropped, int from, int to) {
    StringBuilder text = new StringBuilder(code.text().substring(from, to));
    Layout layout = code.layout();
    dropped.stream()
        .sorted(Comparator.comparingInt(code::start).reversed())
        .forEach(
            one -> {
              int start = layout.lineStart(code.start(one));
              text.delete(start - from, layout.nextLine(code.end(one)) - from);
            });
    return text.toString();
  }

  /** Whether statements can be taken out of the text line by line. */
  boolean standAlone(List<StatementTree> statements) {
    Layout layout = code.layout();
    return statements.stream()
        .allMatch(
            one ->
                layout.isFirstOnLine(code.start(one))
                    && layout.isLastOnLine(code.end(one))
                    && layout.lineStart(code.start(one)) >= code.end(statement.getLeaf()));
  }
}

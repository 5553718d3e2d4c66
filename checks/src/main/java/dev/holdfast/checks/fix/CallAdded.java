package dev.holdfast.checks.fix;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.holdfast.analysis.Finding;
import dev.holdfast.catalog.Limit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/** Sets a missing limit in the next statement: {@code connection.setReadTimeout(10_000);}. */
final class CallAdded implements Mender {

  @Override
  public Fix mend(Finding finding, TreePath path, Code code, Api api) {
    Set<Limit> missing = finding.hint().missing();
    TreePath at = path.getParentPath();
    Tree value = path.getLeaf();
    while (at.getLeaf() instanceof ParenthesizedTree || at.getLeaf() instanceof TypeCastTree) {
      value = at.getLeaf();
      at = at.getParentPath();
    }
    Tree leaf = at.getLeaf();
    if (missing.isEmpty()) {
      return null;
    }
    if (leaf instanceof VariableTree variable && variable.getInitializer() == value) {
      Tree around = at.getParentPath().getLeaf();
      if (around instanceof TryTree attempt && attempt.getResources().contains(variable)) {
        return asFirst(attempt, variable, missing, code, api);
      }
      return around instanceof BlockTree
          ? after(at, code.element(variable), code.type(variable), missing, code, api)
          : null;
    }
    if (leaf instanceof AssignmentTree assignment
        && assignment.getExpression() == value
        && assignment.getVariable() instanceof IdentifierTree name
        && at.getParentPath().getLeaf() instanceof ExpressionStatementTree
        && at.getParentPath().getParentPath().getLeaf() instanceof BlockTree) {
      return after(at.getParentPath(), code.element(name), code.type(name), missing, code, api);
    }
    return null;
  }

  /** Behind the statement, and behind what is said about it in its line. */
  private static Fix after(
      TreePath statement,
      Element variable,
      TypeMirror type,
      Set<Limit> missing,
      Code code,
      Api api) {
    int end = code.end(statement.getLeaf());
    String indent = code.layout().indent(code.start(statement.getLeaf()));
    boolean first = code.layout().isFirstOnLine(code.start(statement.getLeaf()));
    return first ? added(end, indent, variable, type, missing, statement, code, api) : null;
  }

  private static Fix asFirst(
      TryTree attempt, VariableTree variable, Set<Limit> missing, Code code, Api api) {
    BlockTree block = attempt.getBlock();
    if (block.getStatements().isEmpty()) {
      return null;
    }
    Tree first = block.getStatements().get(0);
    int start = code.start(first);
    if (!code.layout().isFirstOnLine(start)) {
      return null;
    }
    return added(
        code.start(block) + 1,
        code.layout().indent(start),
        code.element(variable),
        code.type(variable),
        missing,
        code.path(first),
        code,
        api);
  }

  private static Fix added(
      int end,
      String indent,
      Element variable,
      TypeMirror type,
      Set<Limit> missing,
      TreePath statement,
      Code code,
      Api api) {
    Layout layout = code.layout();
    String behind = code.text().substring(end, layout.lineEnd(end)).strip();
    Imports imports = new Imports(code, api);
    Setters known = new Setters(api, imports);
    Set<Limit> later = EnumSet.copyOf(missing);
    later.removeIf(limit -> known.covering(EnumSet.of(limit), type, setter -> true) != null);
    Set<Limit> now = EnumSet.copyOf(missing);
    now.removeAll(later);
    List<Fix.Edit> edits =
        later.isEmpty() ? List.of() : LaterCall.edits(variable, later, code, api);
    if (now.isEmpty()
        || !later.isEmpty() && edits.isEmpty()
        || !behind.isEmpty() && !behind.startsWith("//")) {
      return null;
    }
    List<Setter> setters = known.covering(now, type, setter -> true);
    String newLine = layout.lineBreak();
    int next = layout.nextLine(end);
    String before = layout.indent(next);
    StringBuilder text = new StringBuilder();
    for (Setter setter : setters) {
      if (!new Handled(code, api).all(setter.thrown(), statement)) {
        return null;
      }
      text.append(indent).append(variable.getSimpleName()).append(setter.call()).append(';');
      text.append(newLine);
    }
    return imports.fix(next, next + before.length(), text + before).and(edits);
  }
}

package dev.holdfast.checks.fix;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.holdfast.analysis.ir.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;

/** Puts what follows a statement into a try that releases in its finally block. */
final class Finally {
  private Finally() {}

  /**
   * Null where the rest does not allow it.
   *
   * @param variable what is released, or null where it has no name
   * @param releases where it is released as it is; all of them must be statements that can go
   */
  static Fix around(
      Rest rest, Element variable, Set<Site> releases, String release, Code code, Api api) {
    List<Object> trees = new ArrayList<>();
    boolean alike = true;
    for (Site site : releases) {
      // one that gives it back as broken says more than a finally block can
      alike &= site.handle() instanceof Tree call && release.equals(code.text(call) + ";");
      trees.add(site.handle());
    }
    Predicate<ExpressionTree> isRelease = trees::contains;
    Uses uses = new Uses(code, api, variable, isRelease);
    uses.scan(rest.following(), null);
    List<StatementTree> released = uses.released();
    int end = code.end(rest.statement().getLeaf());
    Layout layout = code.layout();
    String behind = code.text().substring(end, layout.lineEnd(end)).strip();
    if (!alike
        || uses.escapes()
        || released.size() != trees.size()
        || new Reassigned(release).in(rest)
        || released.size() >= rest.following().size()
        || !rest.standAlone(released)
        || !behind.isEmpty() && !behind.startsWith("//")) {
      return null;
    }
    int start = firstLine(layout, layout.nextLine(end), rest.end());
    String newLine = layout.lineBreak();
    String body = rest.without(released, start, rest.end());
    return Fix.of(
        start,
        rest.end(),
        rest.indent()
            + "try {"
            + newLine
            + rest.unit()
            + Layout.shifted(body, rest.unit())
            + rest.indent()
            + "} finally {"
            + newLine
            + rest.indent()
            + rest.unit()
            + release
            + newLine
            + rest.indent()
            + "}"
            + newLine);
  }

  /** Blank lines stay in front of the try. */
  private static int firstLine(Layout layout, int from, int to) {
    int start = from;
    while (start < to && layout.isLastOnLine(start)) {
      start = layout.nextLine(start);
    }
    return start;
  }

  /** Whether an argument is the same whenever it is evaluated. */
  static boolean isConstant(Tree tree) {
    return tree.getKind().name().endsWith("_LITERAL") || isPlace(tree);
  }

  /** Whether a tree is a plain name, or a field of one: the same whenever it is evaluated. */
  static boolean isPlace(Tree tree) {
    return switch (tree.getKind()) {
      case IDENTIFIER -> true;
      case MEMBER_SELECT -> isPlace(((MemberSelectTree) tree).getExpression());
      default -> false;
    };
  }

  /** Looks for assignments to anything that the release names. */
  private static final class Reassigned extends TreeScanner<Void, Void> {
    private final List<String> names;
    private boolean found;

    Reassigned(String release) {
      this.names = List.of(release.split("\\W+"));
    }

    boolean in(Rest rest) {
      scan(rest.following(), null);
      return found;
    }

    @Override
    public Void visitAssignment(AssignmentTree assignment, Void none) {
      String text = assignment.getVariable().toString();
      found |= names.contains(text.substring(text.lastIndexOf('.') + 1));
      return super.visitAssignment(assignment, none);
    }
  }
}

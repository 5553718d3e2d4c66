package dev.holdfast.checks.fix;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.holdfast.analysis.Finding;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import dev.holdfast.rulebook.Rule;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Closes what is made in a block at the end of that block. Offered where the object stays inside
 * the block, with all that leans on it.
 */
final class TryWithResources implements Mender {

  @Override
  public Fix mend(Finding finding, TreePath path, Code code, Api api) {
    Resource resource = finding.hint().staysInside() ? Resource.of(path, code, api) : null;
    if (resource == null) {
      return null;
    }
    VariableTree declared = resource.declared();
    TypeMirror type = code.type(declared != null ? declared : resource.path().getLeaf());
    ExecutableElement close = api.close(type);
    boolean borrowed = finding.rule() == Rule.POOLED_OBJECT_NOT_RETURNED;
    if (close == null
        || borrowed && !api.of(close, type).says(Word.RETURNS, Slot.RECEIVER)
        || !new Handled(code, api).all(close.getThrownTypes(), resource.statement())) {
      return null;
    }
    if (resource.isStatement()) {
      return closedAtOnce(resource, code);
    }
    Rest rest = Rest.from(resource.statement(), code);
    if (rest == null) {
      return null;
    }
    Element variable = declared == null ? null : code.element(declared);
    Uses uses = new Uses(code, api, variable, call -> closes(call, variable, code));
    uses.scan(declared == null ? resource.statement().getLeaf() : null, null);
    uses.scan(rest.following(), null);
    boolean onlyThese = uses.released().size() == finding.hint().releases().size();
    boolean mayTwice = !borrowed && api.of(close, type).says(Word.RELEASES, Slot.RECEIVER);
    if (uses.escapes() || !rest.standAlone(uses.released()) || !onlyThese && !mayTwice) {
      return null;
    }
    if (declared == null) {
      return named(resource, type, rest, code, api);
    }
    return uses.isUsed() ? declared(declared, uses.released(), rest) : null;
  }

  private static boolean closes(ExpressionTree call, Element variable, Code code) {
    return variable != null
        && call instanceof MethodInvocationTree invocation
        && invocation.getArguments().isEmpty()
        && invocation.getMethodSelect() instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals("close")
        && variable.equals(code.element(select.getExpression()));
  }

  /** {@code call.execute();} becomes {@code call.execute().close();}. */
  private static Fix closedAtOnce(Resource resource, Code code) {
    int end = code.end(resource.path().getLeaf());
    int semicolon = code.end(resource.statement().getLeaf()) - 1;
    return code.text().charAt(semicolon) == ';' && end <= semicolon
        ? Fix.of(end, semicolon + 1, ".close()" + code.text().substring(end, semicolon + 1))
        : null;
  }

  /** The declaration goes into the header of a new try, or of the one that begins with it. */
  private static Fix declared(VariableTree declared, List<StatementTree> closes, Rest rest) {
    Code code = rest.code();
    int start = rest.start();
    int end = code.end(declared);
    String declaration = code.text().substring(start, code.end(declared.getInitializer()));
    if (!code.text().substring(start + declaration.length(), end).strip().equals(";")) {
      return null;
    }
    Tree around = rest.statement().getParentPath().getParentPath().getLeaf();
    if (around instanceof TryTree attempt && attempt.getBlock() == rest.block() && rest.isFirst()) {
      Fix widened = widened(attempt, declaration, end, closes, rest);
      if (widened != null) {
        return widened;
      }
    }
    String indent = rest.unit();
    return Fix.of(
        start,
        rest.end(),
        "try ("
            + Layout.shifted(declaration, indent + indent)
            + ") {"
            + Layout.shifted(rest.without(closes, end, rest.end()), indent)
            + rest.indent()
            + "}"
            + code.layout().lineBreak());
  }

  private static Fix widened(
      TryTree attempt, String declaration, int end, List<StatementTree> closes, Rest rest) {
    Code code = rest.code();
    int brace = code.start(attempt.getBlock());
    List<? extends Tree> resources = attempt.getResources();
    int start =
        resources.isEmpty()
            ? code.start(attempt) + "try".length()
            : code.end(resources.get(resources.size() - 1));
    String between = code.text().substring(start, brace).replaceAll("\\s", "");
    boolean plain = between.isEmpty() || between.equals(")") || between.equals(";)");
    if (!plain || !code.text().substring(brace + 1, rest.start()).isBlank()) {
      return null;
    }
    String indent = rest.unit();
    String before =
        resources.isEmpty()
            ? " ("
            : ";"
                + code.layout().lineBreak()
                + code.layout().indent(code.start(attempt))
                + indent
                + indent;
    int to = closes.isEmpty() ? end : rest.end();
    return Fix.of(
        start,
        to,
        before + Layout.shifted(declaration, indent) + ") {" + rest.without(closes, end, to));
  }

  /** What has no name gets one, and its statement goes into the block. */
  private static Fix named(Resource resource, TypeMirror type, Rest rest, Code code, Api api) {
    Imports imports = new Imports(code, api);
    String typeName = imports.name(type);
    String name = typeName == null ? null : Names.of(type, resource.path());
    if (name == null) {
      return null;
    }
    Tree made = resource.path().getLeaf();
    String indent = rest.unit();
    String newLine = code.layout().lineBreak();
    String following =
        code.text().substring(rest.start(), code.start(made))
            + name
            + code.text().substring(code.end(made), rest.end());
    return imports.fix(
        rest.start(),
        rest.end(),
        "try ("
            + typeName
            + " "
            + name
            + " = "
            + Layout.shifted(code.text(made), indent + indent)
            + ") {"
            + newLine
            + rest.indent()
            + indent
            + Layout.shifted(following, indent)
            + rest.indent()
            + "}"
            + newLine);
  }
}

package dev.holdfast.checks.fix;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.limits.GivenLimit;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/**
 * Waits by the overload that takes a limit: {@code future.get(10, TimeUnit.SECONDS)}. Only by one
 * that throws when the time is over: of what it returns then, the code around knows nothing.
 */
final class OverloadWithTimeout implements Mender {
  private final boolean given;

  /**
   * @param given whether it waits as long as the method around is told to, rather than for a time
   *     of ours
   */
  OverloadWithTimeout(boolean given) {
    this.given = given;
  }

  @Override
  public Fix mend(Finding finding, TreePath path, Code code, Api api) {
    if (!(path.getLeaf() instanceof MethodInvocationTree call)
        || !(call.getMethodSelect() instanceof MemberSelectTree select)
        || !call.getArguments().isEmpty()
        || !(code.element(call) instanceof ExecutableElement waits)) {
      return null;
    }
    TypeMirror type = code.type(select.getExpression());
    TreePath statement = path;
    while (statement != null && !(statement.getLeaf() instanceof StatementTree)) {
      if (statement.getLeaf().getKind() == Tree.Kind.LAMBDA_EXPRESSION) {
        return null;
      }
      statement = statement.getParentPath();
    }
    if (statement == null) {
      return null;
    }
    for (ExecutableElement other : api.methods(type)) {
      Imports imports = new Imports(code, api);
      String arguments = arguments(other, waits, type, statement, code, api, imports);
      if (arguments != null && new Handled(code, api).all(other.getThrownTypes(), statement)) {
        int end = code.end(call);
        return imports.fix(end - 1, end, arguments + ")");
      }
    }
    return null;
  }

  private String arguments(
      ExecutableElement other,
      ExecutableElement waits,
      TypeMirror type,
      TreePath statement,
      Code code,
      Api api,
      Imports imports) {
    if (!other.getSimpleName().equals(waits.getSimpleName())
        || other.getModifiers().contains(Modifier.STATIC)
        || other.getParameters().isEmpty()
        || !throwsMore(other, waits, api)
        || !api.types().isSameType(api.result(other, type), api.result(waits, type))) {
      return null;
    }
    Fact bounds = api.of(other, type).fact(Word.BOUNDS, Slot.parameter(0));
    if (bounds == null || !Limit.boundBy(bounds).contains(Limit.WAIT)) {
      return null;
    }
    return given
        ? parameters(other, statement, code, api)
        : new Amounts(api, imports).arguments(other, bounds, Limit.boundBy(bounds));
  }

  /** The parameters of the method around that are of the very types that are wanted, in a row. */
  private static String parameters(
      ExecutableElement other, TreePath statement, Code code, Api api) {
    TreePath at = statement;
    while (at != null && !(at.getLeaf() instanceof MethodTree)) {
      at = at.getLeaf() instanceof ClassTree ? null : at.getParentPath();
    }
    List<? extends VariableTree> had =
        at == null ? List.of() : ((MethodTree) at.getLeaf()).getParameters();
    int wanted = other.getParameters().size();
    for (int first = 0; first + wanted <= had.size(); first++) {
      List<String> names = new ArrayList<>();
      for (int p = 0; p < wanted; p++) {
        TypeMirror type = code.element(had.get(first + p)).asType();
        if (api.types().isSameType(type, other.getParameters().get(p).asType())) {
          names.add(had.get(first + p).getName().toString());
        }
      }
      if (names.size() == wanted && GivenLimit.isLimit(names.get(0), "long")) {
        return String.join(", ", names);
      }
    }
    return null;
  }

  private static boolean throwsMore(ExecutableElement other, ExecutableElement waits, Api api) {
    List<? extends TypeMirror> known = waits.getThrownTypes();
    return other.getThrownTypes().stream()
        .anyMatch(
            thrown ->
                api.isChecked(thrown)
                    && known.stream().noneMatch(one -> api.types().isSubtype(thrown, one)));
  }
}

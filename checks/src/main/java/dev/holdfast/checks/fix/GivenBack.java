package dev.holdfast.checks.fix;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.holdfast.analysis.Finding;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Gives a borrowed object back in a finally block, by the method that the catalog says takes it:
 * {@code finally { pool.returnObject(buffer); }}.
 */
final class GivenBack implements Mender {

  @Override
  public Fix mend(Finding finding, TreePath path, Code code, Api api) {
    TreePath at = path.getParentPath();
    Tree value = path.getLeaf();
    if (at.getLeaf() instanceof TypeCastTree) {
      value = at.getLeaf();
      at = at.getParentPath();
    }
    if (!finding.hint().staysInside()
        || !(path.getLeaf() instanceof MethodInvocationTree borrow)
        || !(at.getLeaf() instanceof VariableTree declared)
        || declared.getInitializer() != value) {
      return null;
    }
    Rest rest = Rest.from(at, code);
    String release = rest == null ? null : release(borrow, declared, at, code, api);
    Element variable = code.element(declared);
    return release == null
        ? null
        : Finally.around(rest, variable, finding.hint().releases(), release, code, api);
  }

  /** The statement that gives it back, or null where there is none or more than one. */
  private static String release(
      MethodInvocationTree borrow, VariableTree declared, TreePath at, Code code, Api api) {
    Handled handled = new Handled(code, api);
    String name = declared.getName().toString();
    String found = null;
    for (ExecutableElement method : api.methods(code.type(declared))) {
      if (isPlain(method)
          && method.getParameters().isEmpty()
          && api.of(method, code.type(declared)).says(Word.RETURNS, Slot.RECEIVER)
          && handled.all(method.getThrownTypes(), at)) {
        found = found == null ? name + "." + method.getSimpleName() + "();" : "";
      }
    }
    if (found == null
        && borrow.getMethodSelect() instanceof MemberSelectTree select
        && Finally.isPlace(select.getExpression())) {
      TypeMirror pool = code.type(select.getExpression());
      for (ExecutableElement method : api.methods(pool)) {
        if (isPlain(method)
            && takes(method, pool, code.type(declared), borrow, api)
            && handled.all(method.getThrownTypes(), at)) {
          StringBuilder arguments = new StringBuilder();
          for (ExpressionTree argument : borrow.getArguments()) {
            arguments.append(code.text(argument)).append(", ");
          }
          String call =
              code.text(select.getExpression())
                  + "."
                  + method.getSimpleName()
                  + "("
                  + arguments
                  + name
                  + ");";
          found = found == null ? call : "";
        }
      }
    }
    return found == null || found.isEmpty() ? null : found;
  }

  private static boolean isPlain(ExecutableElement method) {
    return !method.getModifiers().contains(Modifier.STATIC);
  }

  /** Whether a method takes the object back as good, with what it was borrowed by before it. */
  private static boolean takes(
      ExecutableElement method,
      TypeMirror pool,
      TypeMirror type,
      MethodInvocationTree borrow,
      Api api) {
    List<? extends ExpressionTree> keys = borrow.getArguments();
    int last = keys.size();
    if (method.getParameters().size() != last + 1 || pool.getKind() != TypeKind.DECLARED) {
      return false;
    }
    Contract contract = api.of(method, pool);
    ExecutableType typed = (ExecutableType) api.types().asMemberOf((DeclaredType) pool, method);
    return contract.says(Word.RETURNS, Slot.parameter(last))
        && !contract.says(Word.HANDED_OVER, Slot.parameter(last))
        && keys.stream().allMatch(Finally::isConstant)
        && api.types().isAssignable(type, typed.getParameterTypes().get(last));
  }
}

package dev.holdfast.checks.fix;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Takes what was set for a thread away in a finally block: {@code TENANT.remove();}. */
final class Removed implements Mender {

  @Override
  public Fix mend(Finding finding, TreePath path, Code code, Api api) {
    TreePath statement = path.getParentPath();
    if (!(path.getLeaf() instanceof MethodInvocationTree set)
        || !(set.getMethodSelect() instanceof MemberSelectTree select)
        || !Finally.isPlace(select.getExpression())
        || !(statement.getLeaf() instanceof ExpressionStatementTree)) {
      return null;
    }
    Tree body = statement.getParentPath().getParentPath().getLeaf();
    // further in, what follows the block may still want what was set
    boolean outermost = body instanceof MethodTree || body instanceof LambdaExpressionTree;
    Rest rest = outermost ? Rest.from(statement, code) : null;
    if (rest == null || !(code.element(set) instanceof ExecutableElement setter)) {
      return null;
    }
    String remove = remove(set, setter, select, code, api);
    if (remove == null) {
      return null;
    }
    String release = remove + ";";
    Set<Site> removals = new HashSet<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
        if (code.text(call).equals(remove)) {
          removals.add(Site.of(call, 0));
        }
        return super.visitMethodInvocation(call, none);
      }
    }.scan(rest.following(), null);
    return Finally.around(rest, null, removals, release, code, api);
  }

  /** The call that takes away what a call has set, or null where that is not clear. */
  private static String remove(
      MethodInvocationTree set,
      ExecutableElement setter,
      MemberSelectTree select,
      Code code,
      Api api) {
    List<? extends ExpressionTree> given = set.getArguments();
    List<? extends ExpressionTree> keys = given.subList(0, given.size() - 1);
    TypeMirror type = code.type(select.getExpression());
    String found = null;
    for (ExecutableElement method : api.methods(type)) {
      if (method.getModifiers().equals(setter.getModifiers())
          && method.getReturnType().getKind() == TypeKind.VOID
          && method.getParameters().size() == keys.size()
          && method.getThrownTypes().isEmpty()
          && keys.stream().allMatch(Finally::isConstant)
          && takesAway(api.of(method, type))) {
        StringBuilder call = new StringBuilder(code.text(select.getExpression()));
        call.append('.').append(method.getSimpleName()).append('(');
        for (ExpressionTree key : keys) {
          call.append(key == keys.get(0) ? "" : ", ").append(code.text(key));
        }
        found = found == null ? call.append(')').toString() : "";
      }
    }
    return found == null || found.isEmpty() ? null : found;
  }

  private static boolean takesAway(Contract contract) {
    return contract.says(Word.HANDED_OVER, Slot.RESULT)
        && contract.facts().stream().noneMatch(fact -> fact.slot().isParameter());
  }
}

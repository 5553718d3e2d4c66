package dev.holdfast.checks.fix;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.holdfast.analysis.Finding;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/**
 * Goes on with the copy: {@code stub = stub.withDeadlineAfter(2, SECONDS);}. Only where the
 * variable may be assigned: nothing that runs later has seen it.
 */
final class AssignedBack implements Mender {

  @Override
  public Fix mend(Finding finding, TreePath path, Code code, Api api) {
    TreePath at = path;
    while (at.getParentPath().getLeaf() instanceof MemberSelectTree
        && at.getParentPath().getParentPath().getLeaf() instanceof MethodInvocationTree) {
      at = at.getParentPath().getParentPath();
    }
    if (!(path.getLeaf() instanceof MethodInvocationTree call)
        || !(at.getParentPath().getLeaf() instanceof ExpressionStatementTree statement)
        || !(receiver(call) instanceof IdentifierTree name)
        || !copies(call, name, code, api)) {
      return null;
    }
    Element variable = code.element(name);
    TypeMirror result = code.type(at.getLeaf());
    TreePath method = at;
    while (method != null && !isBody(method.getLeaf())) {
      method = method.getParentPath();
    }
    if (method == null
        || !Api.isLocal(variable)
        || variable.getKind() == ElementKind.RESOURCE_VARIABLE
        || variable.getModifiers().contains(Modifier.FINAL)
        || result == null
        || !api.types().isAssignable(result, variable.asType())
        || !isOf(method.getLeaf(), variable, code)
        || new Captures(variable, code).in(method.getLeaf())) {
      return null;
    }
    int start = code.start(statement);
    return Fix.of(start, start, variable.getSimpleName() + " = ");
  }

  /** Whether the result of a call is another object than the one it is called on. */
  private static boolean copies(
      MethodInvocationTree call, IdentifierTree name, Code code, Api api) {
    return code.element(call) instanceof ExecutableElement method
        && api.of(method, code.type(name)).facts().stream()
            .anyMatch(fact -> fact.argument("copy", "false").equals("true"));
  }

  private static ExpressionTree receiver(MethodInvocationTree call) {
    return call.getMethodSelect() instanceof MemberSelectTree select
        ? select.getExpression()
        : null;
  }

  private static boolean isBody(Tree tree) {
    return tree instanceof MethodTree || tree instanceof LambdaExpressionTree;
  }

  /** Whether a variable is declared in a body, or is a parameter of it. */
  private static boolean isOf(Tree body, Element variable, Code code) {
    boolean[] found = {false};
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree tree, Void none) {
        found[0] |= variable.equals(code.element(tree));
        return super.visitVariable(tree, none);
      }
    }.scan(body, null);
    return found[0];
  }

  /** Whether something that may run later reads a variable. */
  private static final class Captures extends TreeScanner<Void, Void> {
    private final Element variable;
    private final Code code;
    private int deferred;
    private boolean captured;

    Captures(Element variable, Code code) {
      this.variable = variable;
      this.code = code;
    }

    boolean in(Tree body) {
      scan(
          body instanceof LambdaExpressionTree lambda
              ? lambda.getBody()
              : ((MethodTree) body).getBody(),
          null);
      return captured;
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree lambda, Void none) {
      deferred++;
      super.visitLambdaExpression(lambda, none);
      deferred--;
      return null;
    }

    @Override
    public Void visitClass(ClassTree type, Void none) {
      deferred++;
      super.visitClass(type, none);
      deferred--;
      return null;
    }

    @Override
    public Void visitIdentifier(IdentifierTree identifier, Void none) {
      captured |= deferred > 0 && variable.equals(code.element(identifier));
      return null;
    }
  }
}

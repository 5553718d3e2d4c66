package dev.holdfast.checks.fix;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.holdfast.analysis.Finding;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * Gives each call its own deadline: {@code stub.withDeadlineAfter(10, TimeUnit.SECONDS).greet(..)}.
 * Not where the stub is made once and kept: there the time would run out for all later calls.
 */
final class DeadlineAdded implements Mender {

  @Override
  public Fix mend(Finding finding, TreePath path, Code code, Api api) {
    Tree made = path.getLeaf();
    Tree parent = path.getParentPath().getLeaf();
    if (finding.hint().missing().isEmpty()) {
      return null;
    }
    if (isCalled(parent, made, path.getParentPath())) {
      return at(made, code.type(made), finding, code, api);
    }
    boolean local =
        parent instanceof VariableTree variable
            && variable.getInitializer() == made
            && Api.isLocal(code.element(variable))
            && path.getParentPath().getParentPath().getLeaf().getKind() == Tree.Kind.BLOCK;
    if (!local) {
      return null;
    }
    Tree block = path.getParentPath().getParentPath().getLeaf();
    Calls calls = new Calls(code.element(parent), code);
    calls.scan(block, null);
    return calls.only == null || calls.others
        ? null
        : at(calls.only, code.type(parent), finding, code, api);
  }

  private static boolean isCalled(Tree parent, Tree made, TreePath path) {
    return parent instanceof MemberSelectTree select
        && select.getExpression() == made
        && path.getParentPath().getLeaf() instanceof MethodInvocationTree;
  }

  private static Fix at(Tree stub, TypeMirror type, Finding finding, Code code, Api api) {
    Imports imports = new Imports(code, api);
    Setters setters = new Setters(api, imports);
    List<Setter> chosen =
        setters.covering(finding.hint().missing(), type, setter -> setters.isFluent(setter, type));
    int end = code.end(stub);
    return chosen == null
        ? null
        : imports.fix(code.start(stub), end, code.text(stub) + Setters.calls(chosen));
  }

  /** Where a variable is called: the one place that matters, if there is no other use. */
  private static final class Calls extends TreeScanner<Void, Void> {
    private final Element variable;
    private final Code code;
    private Tree only;
    private boolean others;

    Calls(Element variable, Code code) {
      this.variable = variable;
      this.code = code;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
      if (call.getMethodSelect() instanceof MemberSelectTree select
          && select.getExpression() instanceof IdentifierTree name
          && variable.equals(code.element(name))) {
        others |= only != null;
        only = name;
        return scan(call.getArguments(), none);
      }
      return super.visitMethodInvocation(call, none);
    }

    @Override
    public Void visitIdentifier(IdentifierTree identifier, Void none) {
      others |= variable.equals(code.element(identifier));
      return null;
    }
  }
}

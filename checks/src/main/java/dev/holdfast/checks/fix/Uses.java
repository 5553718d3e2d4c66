package dev.holdfast.checks.fix;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreeScanner;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/** What the rest of a block does with a variable, as far as it matters who releases its value. */
final class Uses extends TreeScanner<Void, Void> {
  private final Code code;
  private final Api api;
  private final Element variable;
  private final Predicate<ExpressionTree> releases;
  private final List<StatementTree> released = new ArrayList<>();
  private boolean used;
  private boolean escapes;
  private int deferred;
  private int guarded;

  /**
   * @param variable what is to be released, or null where it has no name yet
   * @param releases tells the calls that release it and that nobody needs any more
   */
  Uses(Code code, Api api, Element variable, Predicate<ExpressionTree> releases) {
    this.code = code;
    this.api = api;
    this.variable = variable;
    this.releases = releases;
  }

  /** The statements that release it, each for itself. */
  List<StatementTree> released() {
    return released;
  }

  boolean isUsed() {
    return used;
  }

  /**
   * Whether it, or something that may lean on it, is used elsewhere or later; or is released where
   * that cannot simply go.
   */
  boolean escapes() {
    return escapes;
  }

  private boolean isVariable(Tree tree) {
    return variable != null
        && tree instanceof IdentifierTree
        && variable.equals(code.element(tree));
  }

  @Override
  public Void visitIdentifier(IdentifierTree identifier, Void none) {
    if (isVariable(identifier)) {
      used = true;
      escapes |= deferred > 0;
    }
    return null;
  }

  @Override
  public Void visitExpressionStatement(ExpressionStatementTree statement, Void none) {
    if (deferred == 0 && releases.test(statement.getExpression())) {
      released.add(statement);
      // a handler may wait for what only the release throws
      escapes |= guarded > 0;
      return null;
    }
    return super.visitExpressionStatement(statement, none);
  }

  @Override
  public Void visitBlock(BlockTree block, Void none) {
    // taken out, it would leave an empty block behind
    boolean alone =
        block.getStatements().size() == 1
            && block.getStatements().get(0) instanceof ExpressionStatementTree only
            && releases.test(only.getExpression());
    escapes |= alone;
    return super.visitBlock(block, none);
  }

  @Override
  public Void visitTry(TryTree attempt, Void none) {
    scan(attempt.getResources(), none);
    int handlers = attempt.getCatches().isEmpty() ? 0 : 1;
    guarded += handlers;
    scan(attempt.getBlock(), none);
    guarded -= handlers;
    scan(attempt.getCatches(), none);
    scan(attempt.getFinallyBlock(), none);
    return null;
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
    boolean asked =
        call.getMethodSelect() instanceof MemberSelectTree select
            && isVariable(select.getExpression());
    escapes |= asked && api.isPending(code.type(call));
    for (int i = 0; i < call.getArguments().size(); i++) {
      escapes |= isVariable(call.getArguments().get(i)) && isKept(call, i);
    }
    return super.visitMethodInvocation(call, none);
  }

  /** Put into a collection, say, of which nobody knows who looks into it later. */
  private boolean isKept(MethodInvocationTree call, int argument) {
    return code.element(call) instanceof ExecutableElement method
        && api.of(
                method,
                call.getMethodSelect() instanceof MemberSelectTree select
                    ? code.type(select.getExpression())
                    : null)
            .says(Word.HANDED_OVER, Slot.parameter(argument));
  }

  @Override
  public Void visitReturn(ReturnTree result, Void none) {
    ExpressionTree value = result.getExpression();
    escapes |=
        deferred == 0
            && value != null
            && (isVariable(value) || api.maySpringFromAnother(code.type(value)));
    return super.visitReturn(result, none);
  }

  @Override
  public Void visitAssignment(AssignmentTree assignment, Void none) {
    escapes |=
        isVariable(assignment.getVariable())
            || api.maySpringFromAnother(code.type(assignment.getVariable()));
    return super.visitAssignment(assignment, none);
  }

  @Override
  public Void visitCompoundAssignment(CompoundAssignmentTree assignment, Void none) {
    escapes |= isVariable(assignment.getVariable());
    return super.visitCompoundAssignment(assignment, none);
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
}

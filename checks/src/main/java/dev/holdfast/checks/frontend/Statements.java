package dev.holdfast.checks.frontend;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.SimpleTreeVisitor;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCBreak;
import com.sun.tools.javac.tree.JCTree.JCContinue;
import com.sun.tools.javac.tree.JCTree.JCDoWhileLoop;
import com.sun.tools.javac.tree.JCTree.JCEnhancedForLoop;
import com.sun.tools.javac.tree.JCTree.JCForLoop;
import com.sun.tools.javac.tree.JCTree.JCIf;
import com.sun.tools.javac.tree.JCTree.JCLabeledStatement;
import com.sun.tools.javac.tree.JCTree.JCReturn;
import com.sun.tools.javac.tree.JCTree.JCSwitch;
import com.sun.tools.javac.tree.JCTree.JCSynchronized;
import com.sun.tools.javac.tree.JCTree.JCThrow;
import com.sun.tools.javac.tree.JCTree.JCTry;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.JCTree.JCWhileLoop;
import com.sun.tools.javac.tree.JCTree.JCYield;
import dev.holdfast.analysis.ir.Op;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Lowers statements. */
final class Statements extends SimpleTreeVisitor<Void, Void> {
  private final Lowering in;
  private final Flow flow;
  private final Loops loops;
  private final Map<Tree, Frame.Exit> breaks = new IdentityHashMap<>();
  private final Map<Tree, Frame.Exit> continues = new IdentityHashMap<>();

  Statements(Lowering in) {
    this.in = in;
    this.flow = in.flow;
    this.loops = new Loops(in);
  }

  void lower(List<? extends StatementTree> statements) {
    for (int i = 0; i < statements.size(); i++) {
      StatementTree statement = statements.get(i);
      lower(statement);
      String cleaning = flow.alive() ? CleanedUp.by(statement) : null;
      if (cleaning != null) {
        List<? extends StatementTree> rest = statements.subList(i + 1, statements.size());
        in.tries.cleanedUp((JCVariableDecl) statement, cleaning, () -> lower(rest));
        return;
      }
    }
  }

  void lower(StatementTree statement) {
    if (flow.alive()) {
      statement.accept(this, null);
    }
  }

  void breaksTo(JCTree statement, Frame.Exit exit) {
    breaks.put(statement, exit);
  }

  void continuesTo(JCTree statement, Frame.Exit exit) {
    continues.put(statement, exit);
  }

  @Override
  protected Void defaultAction(Tree tree, Void none) {
    throw new GivenUp("unknown statement " + tree.getKind());
  }

  @Override
  public Void visitBlock(BlockTree tree, Void none) {
    lower(tree.getStatements());
    return null;
  }

  @Override
  public Void visitEmptyStatement(EmptyStatementTree tree, Void none) {
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Void none) {
    return null;
  }

  /** Assertions are off unless a run asks for them. */
  @Override
  public Void visitAssert(AssertTree tree, Void none) {
    return null;
  }

  @Override
  public Void visitVariable(VariableTree variable, Void none) {
    JCVariableDecl tree = (JCVariableDecl) variable;
    if (tree.sym == null) {
      throw new GivenUp(GivenUp.UNATTRIBUTED);
    }
    int target = in.scope.declare(tree.sym);
    if (tree.init != null) {
      int value = in.expressions.lower(tree.init);
      flow.emit(new Op.Move(target, value, in.sites.at(tree)));
    }
    return null;
  }

  @Override
  public Void visitExpressionStatement(ExpressionStatementTree tree, Void none) {
    in.expressions.lower(tree.getExpression());
    return null;
  }

  @Override
  public Void visitIf(IfTree statement, Void none) {
    JCIf tree = (JCIf) statement;
    Flow.Node yes = flow.node();
    Flow.Node no = flow.node();
    Flow.Node after = flow.node();
    in.conditions.branch(tree.cond, yes, no);
    flow.start(yes);
    lower(tree.thenpart);
    goOn(after);
    flow.start(no);
    if (tree.elsepart != null) {
      lower(tree.elsepart);
    }
    goOn(after);
    flow.start(after);
    return null;
  }

  private void goOn(Flow.Node after) {
    if (flow.alive()) {
      flow.go(after);
    }
  }

  @Override
  public Void visitLabeledStatement(LabeledStatementTree statement, Void none) {
    JCLabeledStatement tree = (JCLabeledStatement) statement;
    Flow.Node after = flow.node();
    breaksTo(tree, in.frames.exit(after));
    lower(tree.body);
    goOn(after);
    flow.start(after);
    return null;
  }

  @Override
  public Void visitBreak(BreakTree tree, Void none) {
    jump(breaks.get(((JCBreak) tree).target));
    return null;
  }

  @Override
  public Void visitContinue(ContinueTree tree, Void none) {
    jump(continues.get(((JCContinue) tree).target));
    return null;
  }

  private void jump(Frame.Exit exit) {
    if (exit == null) {
      throw new GivenUp("jump to nowhere");
    }
    in.frames.leave(exit);
  }

  @Override
  public Void visitYield(YieldTree statement, Void none) {
    JCYield tree = (JCYield) statement;
    in.switches.yield(tree.target, tree.value);
    return null;
  }

  @Override
  public Void visitReturn(ReturnTree statement, Void none) {
    JCReturn tree = (JCReturn) statement;
    int value = tree.expr == null ? Op.NONE : in.expressions.lower(tree.expr);
    flow.emit(new Op.Return(value, in.sites.at(tree)));
    in.frames.leave(in.returned);
    return null;
  }

  @Override
  public Void visitThrow(ThrowTree statement, Void none) {
    JCThrow tree = (JCThrow) statement;
    int value = in.expressions.lower(tree.expr);
    flow.emit(new Op.Throw(value, in.sites.at(tree)));
    in.tries.raise(tree);
    return null;
  }

  @Override
  public Void visitTry(TryTree tree, Void none) {
    in.tries.lower((JCTry) tree);
    return null;
  }

  @Override
  public Void visitSynchronized(SynchronizedTree tree, Void none) {
    in.tries.lower((JCSynchronized) tree);
    return null;
  }

  @Override
  public Void visitSwitch(SwitchTree tree, Void none) {
    in.switches.statement((JCSwitch) tree);
    return null;
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree tree, Void none) {
    loops.lower((JCWhileLoop) tree);
    return null;
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree tree, Void none) {
    loops.lower((JCDoWhileLoop) tree);
    return null;
  }

  @Override
  public Void visitForLoop(ForLoopTree tree, Void none) {
    loops.lower((JCForLoop) tree);
    return null;
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void none) {
    loops.lower((JCEnhancedForLoop) tree);
    return null;
  }
}

package dev.holdfast.gate.engine;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;

/** Counts calls of which the compiler does not know what they call: nobody can judge those. */
final class UnresolvedCalls extends TreeScanner<Void, Void> {
  private int count;

  static int in(Tree tree) {
    UnresolvedCalls scanner = new UnresolvedCalls();
    scanner.scan(tree, null);
    return scanner.count;
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
    count(TreeInfo.symbol((JCTree) call.getMethodSelect()));
    return super.visitMethodInvocation(call, null);
  }

  @Override
  public Void visitNewClass(NewClassTree made, Void unused) {
    count(((JCTree.JCNewClass) made).constructor);
    return super.visitNewClass(made, null);
  }

  private void count(Symbol callee) {
    if (callee == null
        || callee.kind.isResolutionError()
        || callee.type == null
        || callee.type.isErroneous()) {
      count++;
    }
  }
}

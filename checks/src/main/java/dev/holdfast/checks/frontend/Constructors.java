package dev.holdfast.checks.frontend;

import com.sun.tools.javac.tree.JCTree.JCExpressionStatement;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCStatement;

/** Tells a constructor that starts with another one of its class from one that makes fields. */
final class Constructors {
  private Constructors() {}

  /** Whether the constructor calls {@code this(..)}; statements may stand before (JEP 513). */
  static boolean callsAnother(JCMethodDecl constructor) {
    for (JCStatement statement : constructor.body.stats) {
      if (statement instanceof JCExpressionStatement expression
          && expression.expr instanceof JCMethodInvocation call
          && call.meth instanceof JCIdent name
          && name.name == name.name.table.names._this) {
        return true;
      }
    }
    return false;
  }
}

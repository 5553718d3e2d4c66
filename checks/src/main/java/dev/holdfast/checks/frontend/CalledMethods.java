package dev.holdfast.checks.frontend;

import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCLambda;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.tree.TreeInfo;
import com.sun.tools.javac.tree.TreeScanner;
import dev.holdfast.analysis.ir.MethodRef;
import java.util.ArrayList;
import java.util.List;

/** What a body calls for an object, read off its tree: a fraction of the cost of lowering it. */
final class CalledMethods extends TreeScanner {
  private final Naming naming;
  private final ClassSymbol within;
  private final List<MethodRef> found = new ArrayList<>();

  private CalledMethods(Naming naming, ClassSymbol within) {
    this.naming = naming;
    this.within = within;
  }

  /**
   * The methods that return an object, and the constructors. What cannot be resolved is left out.
   */
  static List<MethodRef> in(List<JCTree> parts, ClassSymbol within, Naming naming) {
    CalledMethods scanner = new CalledMethods(naming, within);
    parts.forEach(scanner::scan);
    return scanner.found;
  }

  @Override
  public void visitApply(JCMethodInvocation tree) {
    JCExpression named = TreeInfo.skipParens(tree.meth);
    Symbol symbol = TreeInfo.symbol(named);
    if (symbol instanceof MethodSymbol method && returnsObject(method)) {
      try {
        Calls.Qualifier qualifier = Calls.Qualifier.of(named, Calls.method(method), within, naming);
        found.add(naming.method(method, qualifier.site()));
      } catch (GivenUp | CompletionFailure unresolved) {
        // the body cannot be lowered either
      }
    }
    super.visitApply(tree);
  }

  private static boolean returnsObject(MethodSymbol method) {
    Type result = method.getReturnType();
    return result != null && !result.isPrimitive() && !result.hasTag(TypeTag.VOID);
  }

  @Override
  public void visitNewClass(JCNewClass tree) {
    try {
      found.add(naming.method(Calls.method(tree.constructor)));
    } catch (GivenUp | CompletionFailure unresolved) {
      // the body cannot be lowered either
    }
    scan(tree.encl);
    scan(tree.args);
  }

  @Override
  public void visitLambda(JCLambda tree) {}

  @Override
  public void visitClassDef(JCClassDecl tree) {}
}

package dev.holdfast.checks.frontend;

import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCBlock;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCCompilationUnit;
import com.sun.tools.javac.tree.JCTree.JCLambda;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** A class that has a tree: finds the trees of its methods, names its lambdas. */
final class SourceClass {
  final Sources sources;
  final ClassSymbol symbol;
  final JCClassDecl tree;
  final JCCompilationUnit unit;
  private Map<MethodSymbol, JCMethodDecl> methods;
  private Map<JCLambda, LambdaMethod> lambdas;
  private Captures captures;

  SourceClass(Sources sources, ClassSymbol symbol, JCClassDecl tree, JCCompilationUnit unit) {
    this.sources = sources;
    this.symbol = symbol;
    this.tree = tree;
    this.unit = unit;
  }

  /** The tree of a method, or null for an implicit one. */
  JCMethodDecl method(MethodSymbol method) {
    if (methods == null) {
      methods = new IdentityHashMap<>();
      for (JCTree member : tree.defs) {
        if (member instanceof JCMethodDecl declaration) {
          methods.put(declaration.sym, declaration);
        }
      }
    }
    return methods.get(method);
  }

  /** All lambdas of the class, nested ones included, in the order of the source. */
  Iterable<LambdaMethod> lambdas() {
    return lambdaMap().values();
  }

  LambdaMethod lambda(JCLambda lambda) {
    LambdaMethod known = lambdaMap().get(lambda);
    if (known == null) {
      throw new GivenUp("lambda outside of its class");
    }
    return known;
  }

  private Map<JCLambda, LambdaMethod> lambdaMap() {
    if (lambdas == null) {
      lambdas = LambdaMethod.in(this);
    }
    return lambdas;
  }

  /** What a local class captures; empty for any other. */
  Captures captures() {
    if (captures == null) {
      captures = Captures.EMPTY; // a class that makes itself
      captures = Captures.of(tree, sources);
    }
    return captures;
  }

  /** Field initialisers and initialiser blocks, static or not, in order. */
  List<JCTree> initialisers(boolean ofClass) {
    List<JCTree> found = new ArrayList<>();
    for (JCTree member : tree.defs) {
      if (member instanceof JCBlock block && block.isStatic() == ofClass) {
        found.add(block);
      } else if (member instanceof JCVariableDecl field
          && field.init != null
          && field.sym != null
          && field.sym.isStatic() == ofClass
          && !(ofClass && isConstant(field))) {
        found.add(field);
      }
    }
    return found;
  }

  /** A static final field whose value the class file holds without code. */
  private static boolean isConstant(JCVariableDecl field) {
    return field.init.type != null
        && field.init.type.constValue() != null
        && (field.sym.flags() & com.sun.tools.javac.code.Flags.FINAL) != 0;
  }

  boolean isRecord() {
    return tree.getKind() == Tree.Kind.RECORD;
  }
}

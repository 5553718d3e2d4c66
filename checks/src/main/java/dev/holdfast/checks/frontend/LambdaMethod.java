package dev.holdfast.checks.frontend;

import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCBlock;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCLambda;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.TreeScanner;
import dev.holdfast.analysis.ir.Descriptors;
import dev.holdfast.analysis.ir.MethodRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The method that a lambda becomes: captures first, then its parameters. */
final class LambdaMethod {
  final SourceClass owner;
  final JCLambda tree;
  final String name;
  private Captures captures;
  private MethodRef method;

  private LambdaMethod(SourceClass owner, JCLambda tree, String name) {
    this.owner = owner;
    this.tree = tree;
    this.name = name;
  }

  Captures captures() {
    if (captures == null) {
      captures = Captures.of(tree, owner.sources);
    }
    return captures;
  }

  MethodRef method() {
    if (method == null) {
      Naming naming = owner.sources.naming;
      List<String> parameters = new ArrayList<>();
      for (VarSymbol captured : captures().variables()) {
        parameters.add(naming.erased(captured.type));
      }
      Type descriptor = descriptor();
      for (Type parameter : naming.types.erasure(descriptor.getParameterTypes())) {
        parameters.add(naming.erased(parameter));
      }
      String text = Descriptors.descriptor(parameters, naming.erased(descriptor.getReturnType()));
      method = new MethodRef(naming.binary(owner.symbol), name, text);
    }
    return method;
  }

  boolean isVoid() {
    return descriptor().getReturnType().hasTag(TypeTag.VOID);
  }

  List<Type> thrown() {
    return descriptor().getThrownTypes();
  }

  private Type descriptor() {
    if (tree.type == null || tree.target == null) {
      throw new GivenUp(GivenUp.UNATTRIBUTED);
    }
    Type descriptor = tree.getDescriptorType(owner.sources.naming.types);
    if (descriptor.isErroneous()) {
      throw new GivenUp("unresolved functional interface");
    }
    return descriptor;
  }

  /** Numbers the lambdas of a class in the order of the source. */
  static Map<JCLambda, LambdaMethod> in(SourceClass owner) {
    Numbering numbering = new Numbering(owner);
    for (JCTree member : owner.tree.defs) {
      numbering.member(member);
    }
    return numbering.found;
  }

  private static final class Numbering extends TreeScanner {
    private final SourceClass owner;
    private final Map<JCLambda, LambdaMethod> found = new LinkedHashMap<>();
    private String enclosing;

    Numbering(SourceClass owner) {
      this.owner = owner;
    }

    void member(JCTree member) {
      if (member instanceof JCMethodDecl method) {
        enclosing = method.sym.isConstructor() ? "new" : method.name.toString();
      } else if (member instanceof JCBlock block) {
        enclosing = block.isStatic() ? "static" : "new";
      } else if (member instanceof JCVariableDecl field) {
        enclosing = field.sym.isStatic() ? "static" : "new";
      }
      scan(member);
    }

    @Override
    public void visitClassDef(JCClassDecl tree) {
      // its lambdas are its own
    }

    @Override
    public void visitLambda(JCLambda tree) {
      String name = "lambda$" + enclosing + "$" + found.size();
      found.put(tree, new LambdaMethod(owner, tree, name));
      super.visitLambda(tree);
    }
  }
}

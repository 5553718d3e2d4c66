package dev.holdfast.checks.frontend;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.processing.JavacProcessingEnvironment;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.checkerframework.errorprone.dataflow.cfg.ControlFlowGraph;
import org.checkerframework.errorprone.dataflow.cfg.UnderlyingAST;
import org.checkerframework.errorprone.dataflow.cfg.builder.CFGBuilder;
import org.checkerframework.errorprone.dataflow.cfg.node.MethodInvocationNode;
import org.checkerframework.errorprone.dataflow.cfg.node.Node;
import org.checkerframework.errorprone.dataflow.cfg.node.ObjectCreationNode;

/** Compares the calls that can be reached in each method with those that Error Prone's CFG has. */
final class CfgOracle extends TreePathScanner<Void, Void> {
  final List<String> differences = new ArrayList<>();
  int methods;
  int calls;
  private final Compilation compilation;
  private ClassTree type;

  CfgOracle(Compilation compilation) {
    this.compilation = compilation;
  }

  /** Goes over all methods of a compilation that is complete: every body can be lowered. */
  static CfgOracle over(Compilation compilation) {
    CfgOracle oracle = new CfgOracle(compilation);
    for (CompilationUnitTree unit : compilation.units) {
      oracle.scan(new TreePath(unit), null);
    }
    return oracle;
  }

  @Override
  public Void visitClass(ClassTree tree, Void none) {
    ClassTree outer = type;
    type = tree;
    super.visitClass(tree, null);
    type = outer;
    return null;
  }

  @Override
  public Void visitMethod(MethodTree tree, Void none) {
    if (tree.getBody() != null) {
      compare((JCMethodDecl) tree);
    }
    return super.visitMethod(tree, null);
  }

  private void compare(JCMethodDecl method) {
    JavacWorld world = JavacWorld.instance(compilation.context());
    SourceClass owner = world.sources.of(method.sym.enclClass());
    Body body = world.lowering().method(owner, method.sym);
    Set<Tree> own = trees(method);
    Set<Tree> expected = reachedByOracle(method, own);
    Set<Tree> found = reached(body, own);
    methods++;
    calls += expected.size();
    for (Tree tree : expected) {
      if (!found.contains(tree)) {
        differences.add(method.sym.enclClass() + "." + method.name + ": only the CFG has " + tree);
      }
    }
    for (Tree tree : found) {
      if (!expected.contains(tree)) {
        differences.add(method.sym.enclClass() + "." + method.name + ": only we have " + tree);
      }
    }
  }

  private Set<Tree> reachedByOracle(JCMethodDecl method, Set<Tree> own) {
    ControlFlowGraph graph =
        CFGBuilder.build(
            new TreePath(getCurrentPath(), method.getBody()),
            new UnderlyingAST.CFGMethod(method, type),
            false,
            true,
            JavacProcessingEnvironment.instance(compilation.context()));
    Set<Tree> reached = Collections.newSetFromMap(new IdentityHashMap<>());
    // the list has blocks more than once
    for (var block : new LinkedHashSet<>(graph.getDepthFirstOrderedBlocks())) {
      for (Node node : block.getNodes()) {
        boolean isCall = node instanceof MethodInvocationNode || node instanceof ObjectCreationNode;
        if (isCall && own.contains(node.getTree())) {
          reached.add(node.getTree());
        }
      }
    }
    return reached;
  }

  private static Set<Tree> reached(Body body, Set<Tree> own) {
    Set<Tree> reached = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Block block : body.blocks()) {
      for (Op op : block.ops()) {
        boolean isCall = op instanceof Op.Call || op instanceof Op.New;
        Site.Role role = op.site().role();
        if (isCall
            && role != Site.Role.IMPLICIT_CLOSE
            && role != Site.Role.ITERATION
            && op.site().handle() instanceof Tree tree
            && own.contains(tree)) {
          reached.add(tree);
        }
      }
    }
    return reached;
  }

  /** All trees of a method: initialisers of fields, which constructors run, are not among them. */
  private static Set<Tree> trees(JCMethodDecl method) {
    Set<Tree> trees = Collections.newSetFromMap(new IdentityHashMap<>());
    new TreeScanner<Void, Void>() {
      @Override
      public Void scan(Tree tree, Void none) {
        if (tree != null) {
          trees.add(tree);
        }
        return super.scan(tree, none);
      }
    }.scan(method.getBody(), null);
    return trees;
  }
}

package dev.holdfast.checks.frontend;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.code.Kinds;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCBlock;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCLambda;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.TreeInfo;
import dev.holdfast.analysis.Opening;
import dev.holdfast.analysis.ir.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** One pass over a compilation unit that notes in which bodies the opening events stand. */
final class BodyScanner extends TreePathScanner<Void, Void> {
  private final SourceBodies bodies;
  private final BiConsumer<TreePath, Body> consumer;
  private ClassUnit type;
  private Unit unit;

  BodyScanner(SourceBodies bodies, BiConsumer<TreePath, Body> consumer) {
    this.bodies = bodies;
    this.consumer = consumer;
  }

  /** Something that becomes one body. */
  private static final class Unit {
    final MethodSymbol method;
    boolean catches;
    boolean opens;

    /** Whether it puts something into a collection. */
    boolean fills;

    /** Whether it reads a field that may keep what is put into it. */
    boolean keeps;

    /** Whether it opens if others wait for it. */
    boolean waits;

    /** Whether others wait for it. */
    boolean pressed;

    Unit(MethodSymbol method) {
      this.method = method;
    }
  }

  /** A class being scanned; what stands in its initialisers belongs to its constructors. */
  private static final class ClassUnit {
    final SourceClass source;
    final Unit ofClass = new Unit(null);
    final Unit ofInstance = new Unit(null);
    final List<Declared> constructors = new ArrayList<>();

    /** Methods that wait, of which nobody knows yet who calls them. */
    final List<Declared> waiting = new ArrayList<>();

    /** Whether something in it is run by others: a task, a callback, a body that holds a lock. */
    boolean pressed;

    ClassUnit(SourceClass source) {
      this.source = source;
    }
  }

  private record Declared(TreePath path, JCMethodDecl tree, Unit unit) {}

  @Override
  public Void visitClass(ClassTree tree, Void none) {
    JCClassDecl declaration = (JCClassDecl) tree;
    SourceClass source =
        declaration.sym == null ? null : bodies.world().sources.of(declaration.sym);
    if (source == null) {
      return null;
    }
    ClassUnit outerType = type;
    Unit outerUnit = unit;
    type = new ClassUnit(source);
    unit = null;
    super.visitClass(tree, null);
    finish(type);
    if (outerType != null) {
      outerType.pressed |= type.pressed;
    }
    type = outerType;
    unit = outerUnit;
    return null;
  }

  private void finish(ClassUnit finished) {
    SourceLowering lowering = bodies.world().lowering();
    if (!finished.source.initialisers(true).isEmpty()) {
      bodies.see();
    }
    if (finished.ofClass.opens) {
      Body body = lowering.initializer(finished.source);
      bodies.handOut(getCurrentPath(), body, consumer);
    }
    for (Declared constructor : finished.constructors) {
      boolean initialises =
          finished.ofInstance.opens && !Constructors.callsAnother(constructor.tree());
      if (constructor.unit().opens || initialises) {
        Body body = lowering.method(finished.source, constructor.tree().sym);
        bodies.handOut(constructor.path(), body, consumer);
      }
    }
    finishWaiting(finished);
  }

  private void finishWaiting(ClassUnit finished) {
    if (finished.waiting.isEmpty() || !isPressed(finished)) {
      return;
    }
    for (Declared method : finished.waiting) {
      Body body = bodies.world().lowering().method(finished.source, method.tree().sym);
      bodies.handOut(method.path(), body, consumer);
    }
  }

  /** Whether others may wait for a method of a class: what is nested is made to be run. */
  private boolean isPressed(ClassUnit finished) {
    if (finished.pressed || finished.source.symbol.owner.kind != Kinds.Kind.PCK) {
      return true;
    }
    for (JCTree member : finished.source.tree.defs) {
      if (member instanceof JCMethodDecl method && bodies.openings().isPressed(method.sym)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Void visitMethod(MethodTree tree, Void none) {
    JCMethodDecl declaration = (JCMethodDecl) tree;
    if (declaration.body == null || declaration.sym == null) {
      return null;
    }
    bodies.see();
    Unit method = new Unit(declaration.sym);
    method.opens = bodies.openings().opens(declaration.sym);
    inside(method, () -> scan(declaration.body, null));
    type.pressed |= method.pressed;
    if (declaration.sym.isConstructor()) {
      type.constructors.add(new Declared(getCurrentPath(), declaration, method));
    } else if (method.opens) {
      Body body = bodies.world().lowering().method(type.source, declaration.sym);
      bodies.handOut(getCurrentPath(), body, consumer);
    } else if (method.waits) {
      type.waiting.add(new Declared(getCurrentPath(), declaration, method));
    }
    return null;
  }

  @Override
  public Void visitSynchronized(SynchronizedTree tree, Void none) {
    press();
    return super.visitSynchronized(tree, null);
  }

  @Override
  public Void visitVariable(VariableTree tree, Void none) {
    if (unit == null && ((JCVariableDecl) tree).sym != null) {
      Unit initialiser = ((JCVariableDecl) tree).sym.isStatic() ? type.ofClass : type.ofInstance;
      inside(initialiser, () -> scan(tree.getInitializer(), null));
      return null;
    }
    return scan(tree.getInitializer(), null);
  }

  @Override
  public Void visitBlock(BlockTree tree, Void none) {
    if (unit == null) {
      Unit initialiser = ((JCBlock) tree).isStatic() ? type.ofClass : type.ofInstance;
      inside(initialiser, () -> super.visitBlock(tree, null));
      return null;
    }
    return super.visitBlock(tree, null);
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void none) {
    bodies.see();
    Unit lambda = new Unit(null);
    inside(lambda, () -> scan(tree.getBody(), null));
    type.pressed = true;
    if (lambda.opens || lambda.waits) {
      // what it gets may come from there: rows.stream().map(row -> row.get("id"))
      open(unit != null ? Opening.ALWAYS : Opening.NEVER);
      Body body = bodies.world().lowering().lambda(type.source, (JCLambda) tree);
      bodies.handOut(getCurrentPath(), body, consumer);
    }
    return null;
  }

  private void inside(Unit inner, Runnable scan) {
    Unit outer = unit;
    unit = inner;
    scan.run();
    unit = outer;
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void none) {
    if (isOpen()) {
      JCMethodInvocation call = (JCMethodInvocation) tree;
      open(bodies.openings().opening(call, type.source.symbol));
      unit.opens |= opensByItself(call);
    }
    return super.visitMethodInvocation(tree, null);
  }

  /** Whether a method calls itself where it failed, or for what it reads. */
  private boolean opensByItself(JCMethodInvocation call) {
    return unit.method != null
        && TreeInfo.symbol(call.meth) == unit.method
        && (unit.catches || bodies.openings().readsInput(unit.method));
  }

  @Override
  public Void visitCatch(CatchTree tree, Void none) {
    if (unit != null) {
      unit.catches = true;
    }
    return super.visitCatch(tree, null);
  }

  @Override
  public Void visitNewClass(NewClassTree tree, Void none) {
    if (isOpen()) {
      open(bodies.openings().opening((JCNewClass) tree));
    }
    return super.visitNewClass(tree, null);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void none) {
    type.pressed = true;
    if (isOpen()) {
      open(bodies.openings().opening((JCMemberReference) tree));
    }
    return super.visitMemberReference(tree, null);
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void none) {
    read(((JCIdent) tree).sym);
    return null;
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void none) {
    read(((JCFieldAccess) tree).sym);
    return super.visitMemberSelect(tree, null);
  }

  private void read(Symbol symbol) {
    if (isOpen() && !unit.keeps && bodies.fields().keeps(symbol)) {
      unit.keeps = true;
      unit.opens |= unit.fills;
    }
  }

  /** Whether it still matters what stands here. */
  private boolean isOpen() {
    return unit != null && !unit.opens;
  }

  private void open(Opening opening) {
    switch (opening) {
      case ALWAYS -> unit.opens = true;
      case IF_KEPT -> {
        unit.fills = true;
        unit.opens |= unit.keeps;
      }
      case IF_PRESSED -> unit.waits = true;
      case PRESSES -> press();
      case NEVER, IF_UNTYPED, IF_REUSABLE -> {}
    }
  }

  private void press() {
    if (unit != null) {
      unit.pressed = true;
    }
    type.pressed = true;
  }

  @Override
  public Void visitAnnotation(AnnotationTree tree, Void none) {
    return null;
  }

  /** Imports, packages and modules hold no code. */
  @Override
  public Void scan(Tree tree, Void none) {
    return tree == null ? null : super.scan(tree, none);
  }
}

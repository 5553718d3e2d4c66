package dev.holdfast.checks.frontend;

import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Kinds;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCAnnotatedType;
import com.sun.tools.javac.tree.JCTree.JCBlock;
import com.sun.tools.javac.tree.JCTree.JCCatch;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCLambda;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCModifiers;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.tree.JCTree.JCSynchronized;
import com.sun.tools.javac.tree.JCTree.JCTypeApply;
import com.sun.tools.javac.tree.JCTree.JCTypeCast;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.TreeInfo;
import com.sun.tools.javac.tree.TreeScanner;
import dev.holdfast.analysis.Opening;
import dev.holdfast.analysis.ir.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * One pass over a compilation unit that notes in which bodies the opening events stand. It walks as
 * the compiler's own passes do: that code is warm by now, and no path of trees is made.
 */
final class BodyScanner extends TreeScanner {
  private final SourceBodies bodies;
  private final BiConsumer<Tree, Body> consumer;
  private ClassUnit type;
  private Unit unit;

  BodyScanner(SourceBodies bodies, BiConsumer<Tree, Body> consumer) {
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

    /** Whether it opens if its class puts something into a collection. */
    boolean hands;

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

    /** Methods of which nobody knows yet whether they open: that takes the whole class. */
    final List<Declared> undecided = new ArrayList<>();

    /** Whether something in it puts something into a collection. */
    boolean fills;

    /** Whether something in it is run by others: a task, a callback, a body that holds a lock. */
    boolean pressed;

    ClassUnit(SourceClass source) {
      this.source = source;
    }
  }

  private record Declared(JCMethodDecl tree, Unit unit) {}

  @Override
  public void visitClassDef(JCClassDecl declaration) {
    SourceClass source =
        declaration.sym == null ? null : bodies.world().sources.of(declaration.sym);
    if (source == null) {
      return;
    }
    ClassUnit outerType = type;
    Unit outerUnit = unit;
    type = new ClassUnit(source);
    unit = null;
    scan(declaration.defs);
    finish(type);
    if (outerType != null) {
      outerType.pressed |= type.pressed;
      outerType.fills |= type.fills;
    }
    type = outerType;
    unit = outerUnit;
  }

  private void finish(ClassUnit finished) {
    SourceLowering lowering = bodies.world().lowering();
    if (!finished.source.initialisers(true).isEmpty()) {
      bodies.see();
    }
    if (finished.ofClass.opens) {
      Body body = lowering.initializer(finished.source);
      bodies.handOut(finished.source.tree, body, consumer);
    }
    for (Declared constructor : finished.constructors) {
      boolean hands = constructor.unit().hands && finished.fills;
      boolean initialises =
          finished.ofInstance.opens && !Constructors.callsAnother(constructor.tree());
      if (constructor.unit().opens || hands || initialises) {
        handOut(finished, constructor.tree());
      }
    }
    boolean pressed = !finished.undecided.isEmpty() && isPressed(finished);
    for (Declared method : finished.undecided) {
      boolean waits = method.unit().waits && pressed;
      if (waits || method.unit().hands && finished.fills) {
        handOut(finished, method.tree());
      }
    }
  }

  private void handOut(ClassUnit owner, JCMethodDecl method) {
    Body body = bodies.world().lowering().method(owner.source, method.sym);
    bodies.handOut(method, body, consumer);
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
  public void visitMethodDef(JCMethodDecl declaration) {
    if (declaration.body == null || declaration.sym == null) {
      return;
    }
    bodies.see();
    Unit method = new Unit(declaration.sym);
    method.opens =
        bodies.openings().opens(declaration.sym)
            || bodies.openings().returnsPayload(declaration.sym)
            || bodies.openings().captures(declaration.sym);
    scan(declaration.body, method);
    type.pressed |= method.pressed;
    if (declaration.sym.isConstructor()) {
      type.constructors.add(new Declared(declaration, method));
    } else if (method.opens || method.waits && bodies.openings().isGivenLimit(declaration.sym)) {
      handOut(type, declaration);
    } else if (method.waits || method.hands) {
      type.undecided.add(new Declared(declaration, method));
    }
  }

  @Override
  public void visitSynchronized(JCSynchronized tree) {
    press();
    super.visitSynchronized(tree);
  }

  @Override
  public void visitVarDef(JCVariableDecl tree) {
    if (unit == null && tree.sym != null && tree.mods.annotations.nonEmpty()) {
      type.ofInstance.opens |= bodies.openings().captures(tree.sym);
    }
    scan(tree.init, unit == null && tree.sym != null ? initialiser(tree.sym.isStatic()) : unit);
  }

  @Override
  public void visitBlock(JCBlock tree) {
    if (unit != null) {
      scan(tree.stats);
      return;
    }
    unit = initialiser(tree.isStatic());
    scan(tree.stats);
    unit = null;
  }

  private Unit initialiser(boolean ofClass) {
    return ofClass ? type.ofClass : type.ofInstance;
  }

  @Override
  public void visitLambda(JCLambda tree) {
    bodies.see();
    Unit lambda = new Unit(null);
    scan(tree.body, lambda);
    type.pressed = true;
    if (unit != null) {
      unit.hands |= lambda.hands;
    }
    if (lambda.opens || lambda.waits) {
      // what it gets may come from there: rows.stream().map(row -> row.get("id"))
      open(unit != null ? Opening.ALWAYS : Opening.NEVER);
      Body body = bodies.world().lowering().lambda(type.source, tree);
      bodies.handOut(tree, body, consumer);
    }
  }

  private void scan(JCTree tree, Unit inner) {
    Unit outer = unit;
    unit = inner;
    scan(tree);
    unit = outer;
  }

  @Override
  public void visitApply(JCMethodInvocation call) {
    if (isOpen()) {
      open(bodies.openings().opening(call, type.source.symbol));
      unit.opens |= opensByItself(call);
    }
    scan(call.meth);
    scan(call.args);
  }

  /** Whether a method calls itself where it failed, or for what it reads. */
  private boolean opensByItself(JCMethodInvocation call) {
    return unit.method != null
        && TreeInfo.symbol(call.meth) == unit.method
        && bodies.openings().mayRecurse(unit.method, unit.catches);
  }

  @Override
  public void visitCatch(JCCatch tree) {
    if (unit != null) {
      unit.catches = true;
    }
    scan(tree.body);
  }

  @Override
  public void visitNewClass(JCNewClass tree) {
    if (isOpen()) {
      open(bodies.openings().opening(tree));
    }
    scan(tree.encl);
    scan(tree.args);
    scan(tree.def);
  }

  @Override
  public void visitReference(JCMemberReference tree) {
    type.pressed = true;
    if (isOpen()) {
      open(bodies.openings().opening(tree));
    }
    scan(tree.expr);
  }

  @Override
  public void visitIdent(JCIdent tree) {
    read(tree.sym);
  }

  @Override
  public void visitSelect(JCFieldAccess tree) {
    read(tree.sym);
    scan(tree.selected);
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
        type.fills = true;
        unit.fills = true;
        unit.opens |= unit.keeps;
      }
      case IF_PRESSED -> unit.waits = true;
      case IF_FILLED -> unit.hands = true;
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
  public void visitTypeCast(JCTypeCast tree) {
    scan(tree.expr);
  }

  /** Annotations hold no code. */
  @Override
  public void visitModifiers(JCModifiers tree) {}

  @Override
  public void visitAnnotatedType(JCAnnotatedType tree) {}

  @Override
  public void visitTypeApply(JCTypeApply tree) {}
}

package dev.holdfast.checks.frontend;

import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCDoWhileLoop;
import com.sun.tools.javac.tree.JCTree.JCEnhancedForLoop;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCForLoop;
import com.sun.tools.javac.tree.JCTree.JCStatement;
import com.sun.tools.javac.tree.JCTree.JCWhileLoop;
import dev.holdfast.analysis.ir.Edge.Test.Is;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import java.util.List;

/** Lowers loops; an enhanced for shows the iterator it uses. */
final class Loops {
  private final Lowering in;
  private final Flow flow;

  Loops(Lowering in) {
    this.in = in;
    this.flow = in.flow;
  }

  void lower(JCWhileLoop tree) {
    loop(tree, tree.cond, tree.body, List.of());
  }

  void lower(JCForLoop tree) {
    in.statements.lower(tree.init);
    if (flow.alive()) {
      loop(tree, tree.cond, tree.body, tree.step);
    }
  }

  private void loop(
      JCTree tree, JCExpression condition, JCStatement body, List<? extends JCStatement> step) {
    Flow.Node head = flow.node();
    Flow.Node inside = flow.node();
    Flow.Node update = flow.node();
    Flow.Node after = flow.node();
    jumps(tree, update, after);
    flow.go(head);
    flow.start(head);
    if (condition == null) {
      flow.go(inside);
    } else {
      in.conditions.branch(condition, inside, after);
    }
    flow.start(inside);
    in.statements.lower(body);
    goOn(update);
    flow.start(update);
    in.statements.lower(step);
    goOn(head);
    flow.start(after);
  }

  void lower(JCDoWhileLoop tree) {
    Flow.Node inside = flow.node();
    Flow.Node test = flow.node();
    Flow.Node after = flow.node();
    jumps(tree, test, after);
    flow.go(inside);
    flow.start(inside);
    in.statements.lower(tree.body);
    goOn(test);
    flow.start(test);
    if (flow.alive()) {
      in.conditions.branch(tree.cond, inside, after);
    }
    flow.start(after);
  }

  void lower(JCEnhancedForLoop tree) {
    int source = in.expressions.lower(tree.expr);
    Type type = in.naming.types.skipTypeVars(tree.expr.type, false);
    int iterator = type.hasTag(TypeTag.ARRAY) ? Op.NONE : iterator(tree, source);
    Flow.Node head = flow.node();
    Flow.Node inside = flow.node();
    Flow.Node after = flow.node();
    jumps(tree, head, after);
    flow.go(head);
    flow.start(head);
    int variable = in.scope.declare(tree.var.sym);
    if (iterator < 0) {
      flow.also(inside);
      flow.also(after);
      flow.end();
      flow.start(inside);
      int element = element(source, in.naming.types.elemtype(type), tree.var);
      flow.emit(new Op.Move(variable, element, in.sites.at(tree.var)));
    } else {
      int more = call("hasNext", iterator, in.naming.symtab.booleanType, tree);
      in.conditions.test(more, Is.TRUE, Is.FALSE, inside, after);
      flow.start(inside);
      int element = call("next", iterator, element(tree.expr.type), tree.var);
      flow.emit(new Op.Move(variable, element, in.sites.at(tree.var)));
    }
    in.statements.lower(tree.body);
    goOn(head);
    flow.start(after);
  }

  /** The iterator() that the static type of the expression has. */
  private int iterator(JCEnhancedForLoop tree, int source) {
    Type iterable = in.naming.symtab.iterableType;
    MethodSymbol declared = member(iterable.tsym, "iterator");
    Type site = in.naming.types.erasure(in.naming.types.skipTypeVars(tree.expr.type, false));
    if (!in.naming.types.isSubtype(site, in.naming.types.erasure(iterable))) {
      site = iterable;
    }
    Symbol found = declared.implementation(site.tsym, in.naming.types, true);
    MethodSymbol method = found instanceof MethodSymbol own ? own : declared;
    Type result = in.naming.types.erasure(method.getReturnType());
    return in.calls.call(
        in.naming.method(method, site),
        method,
        Calls.Qualifier.dispatch(method, site, false, in.naming),
        source,
        List.of(),
        result,
        iteration(tree.expr));
  }

  private int call(String name, int iterator, Type result, JCTree tree) {
    Type type = in.naming.symtab.iteratorType;
    MethodSymbol method = member(type.tsym, name);
    return in.calls.call(
        in.naming.method(method, type),
        method,
        Op.Dispatch.INTERFACE,
        iterator,
        List.of(),
        result,
        iteration(tree));
  }

  private MethodSymbol member(Symbol.TypeSymbol type, String name) {
    for (Symbol member : type.members().getSymbolsByName(type.name.table.fromString(name))) {
      if (member instanceof MethodSymbol method && method.getParameters().isEmpty()) {
        return method;
      }
    }
    throw new GivenUp("no " + name + "()");
  }

  private int element(int array, Type type, JCTree tree) {
    int element = flow.temporary(in.naming.text(type));
    flow.emit(
        type.isPrimitive()
            ? new Op.Opaque(element, List.of(array), iteration(tree))
            : new Op.ArrayLoad(element, array, iteration(tree)));
    return element;
  }

  private Type element(Type type) {
    Type iterable =
        in.naming.types.asSuper(
            in.naming.types.cvarUpperBound(type), in.naming.symtab.iterableType.tsym);
    if (iterable == null || iterable.getTypeArguments().isEmpty()) {
      return in.naming.symtab.objectType;
    }
    return in.naming.types.wildUpperBound(iterable.getTypeArguments().head);
  }

  private Site iteration(JCTree tree) {
    return in.sites.at(tree, Site.Role.ITERATION);
  }

  private void jumps(JCTree tree, Flow.Node next, Flow.Node after) {
    in.statements.continuesTo(tree, in.frames.exit(next));
    in.statements.breaksTo(tree, in.frames.exit(after));
  }

  private void goOn(Flow.Node next) {
    if (flow.alive()) {
      flow.go(next);
    }
  }
}

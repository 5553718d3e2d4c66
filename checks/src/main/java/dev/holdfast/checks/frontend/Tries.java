package dev.holdfast.checks.frontend;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCCatch;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.tree.JCTree.JCSynchronized;
import com.sun.tools.javac.tree.JCTree.JCThrow;
import com.sun.tools.javac.tree.JCTree.JCTry;
import com.sun.tools.javac.tree.JCTree.JCTypeUnion;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.TreeInfo;
import com.sun.tools.javac.util.Name;
import dev.holdfast.analysis.ir.Edge.Test.Is;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.checks.frontend.Frame.Catches;
import dev.holdfast.checks.frontend.Frame.Cleanup;
import dev.holdfast.checks.frontend.Frame.Handler;
import dev.holdfast.checks.frontend.Frame.Swallow;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Lowers try statements of all kinds, and synchronized, which ends like a finally. */
final class Tries {
  private final Lowering in;
  private final Flow flow;
  private final Frames frames;
  private final Map<VarSymbol, Handler> takingAll = new IdentityHashMap<>();

  Tries(Lowering in) {
    this.in = in;
    this.flow = in.flow;
    this.frames = in.frames;
  }

  void lower(JCTry tree) {
    if (tree.finalizer == null || tree.finalizer.stats.isEmpty()) {
      lowerCaught(tree);
      return;
    }
    cleaned(
        rethrow -> in.statements.lower(tree.finalizer),
        in.sites.implicit(tree),
        () -> lowerCaught(tree));
  }

  void lower(JCSynchronized tree) {
    int lock = in.expressions.lower(tree.lock);
    flow.emit(new Op.Monitor(true, lock, in.sites.at(tree)));
    cleaned(
        rethrow -> flow.emit(new Op.Monitor(false, lock, in.sites.at(tree))),
        in.sites.implicit(tree),
        () -> in.statements.lower(tree.body));
  }

  private void cleaned(Cleanup.Copy copy, Site site, Runnable body) {
    if (!flow.alive()) {
      return;
    }
    Flow.Node after = flow.node();
    Frame.Exit done = frames.exit(after);
    Cleanup cleanup = new Cleanup(frames.current(), copy, site);
    frames.push(cleanup);
    body.run();
    frames.leave(done);
    frames.pop();
    frames.exceptional(cleanup);
    flow.start(after);
  }

  private void lowerCaught(JCTry tree) {
    if (tree.catchers.isEmpty()) {
      resources(tree, 0);
      return;
    }
    List<Handler> handlers = new ArrayList<>();
    for (JCCatch clause : tree.catchers) {
      List<Type> types = caught(clause);
      boolean all = types.stream().anyMatch(this::isThrowable);
      handlers.add(new Handler(types, all, flow.node()));
    }
    Flow.Node after = flow.node();
    frames.push(new Catches(frames.current(), handlers));
    resources(tree, 0);
    if (flow.alive()) {
      flow.go(after);
    }
    frames.pop();
    for (int i = 0; i < handlers.size(); i++) {
      flow.start(handlers.get(i).start);
      if (flow.alive()) {
        handler(tree.catchers.get(i), handlers.get(i), after);
      }
    }
    flow.start(after);
  }

  private void handler(JCCatch clause, Handler handler, Flow.Node after) {
    JCVariableDecl parameter = clause.param;
    if (handler.takesAll) {
      takingAll.put(parameter.sym, handler);
    }
    int target = in.scope.declare(parameter.sym);
    String type = in.naming.erased(parameter.sym.type);
    flow.emit(new Op.Caught(target, type, in.sites.at(parameter)));
    in.statements.lower(clause.body);
    if (flow.alive()) {
      flow.go(after);
    }
  }

  private boolean isThrowable(Type type) {
    return type.tsym == in.naming.symtab.throwableType.tsym;
  }

  /** A throw statement; the parameter of {@code catch (Throwable t)} throws what came in. */
  void raise(JCThrow tree) {
    JCExpression thrown = TreeInfo.skipParens(tree.expr);
    if (thrown instanceof JCIdent name
        && name.sym instanceof VarSymbol variable
        && takingAll.containsKey(variable)
        && (variable.flags() & (Flags.FINAL | Flags.EFFECTIVELY_FINAL)) != 0) {
      frames.rethrow(takingAll.get(variable).entered);
    } else {
      frames.raiseThrown(thrown.type, thrown instanceof JCNewClass);
    }
  }

  private List<Type> caught(JCCatch clause) {
    List<Type> types = new ArrayList<>();
    List<? extends JCTree> named =
        clause.param.vartype instanceof JCTypeUnion union
            ? union.alternatives
            : List.of(clause.param.vartype);
    for (JCTree type : named) {
      if (type.type == null) {
        throw new GivenUp(GivenUp.UNATTRIBUTED);
      }
      if (type.type.isErroneous()) {
        throw new GivenUp("unresolved exception");
      }
      types.add(in.naming.types.erasure(type.type));
    }
    return types;
  }

  private void resources(JCTry tree, int index) {
    if (index == tree.resources.size()) {
      in.statements.lower(tree.body);
      return;
    }
    JCTree resource = tree.resources.get(index);
    int register;
    boolean mayBeNull = true;
    if (resource instanceof JCVariableDecl variable) {
      in.statements.lower(variable);
      register = in.scope.declare(variable.sym);
      mayBeNull = !(TreeInfo.skipParens(variable.init) instanceof JCNewClass);
    } else {
      register = in.expressions.lower((JCExpression) resource);
    }
    Type type = resource instanceof JCVariableDecl v ? v.sym.type : resource.type;
    MethodSymbol close = named(closeName(), type);
    if (close == null) {
      throw new GivenUp("resource without close");
    }
    Closing closing = new Closing(resource, register, type, close, mayBeNull);
    cleaned(
        rethrow -> close(closing, rethrow),
        in.sites.implicit(resource),
        () -> resources(tree, index + 1));
  }

  private record Closing(
      JCTree resource, int register, Type type, MethodSymbol close, boolean mayBeNull) {}

  private void close(Closing closing, Flow.Node rethrow) {
    Flow.Node after = flow.node();
    if (closing.mayBeNull()) {
      Flow.Node call = flow.node();
      in.conditions.test(closing.register(), Is.NONNULL, Is.NULL, call, after);
      flow.start(call);
    }
    if (rethrow != null) {
      // what close() throws then is only added to the exception in flight
      frames.push(new Swallow(frames.current(), rethrow));
    }
    Op.Dispatch dispatch =
        Calls.Qualifier.dispatch(closing.close(), closing.type(), false, in.naming);
    in.calls.call(
        in.naming.method(closing.close(), closing.type()),
        closing.close(),
        dispatch,
        closing.register(),
        List.of(),
        in.naming.symtab.voidType,
        in.sites.at(closing.resource(), Site.Role.IMPLICIT_CLOSE));
    if (rethrow != null) {
      frames.pop();
    }
    if (flow.alive()) {
      flow.go(after);
    }
    flow.start(after);
  }

  /** Lowers the rest of a block behind a variable that its annotation has cleaned up there. */
  void cleanedUp(JCVariableDecl variable, String method, Runnable rest) {
    MethodSymbol close = named(closeName().table.fromString(method), variable.sym.type);
    if (close == null) {
      rest.run();
      return;
    }
    int register = in.scope.declare(variable.sym);
    Closing closing = new Closing(variable, register, variable.sym.type, close, true);
    cleaned(rethrow -> close(closing, rethrow), in.sites.implicit(variable), rest);
  }

  /** The method without parameters that a static type has under a name, or null. */
  private MethodSymbol named(Name name, Type type) {
    MethodSymbol found = null;
    for (Type supertype : in.naming.types.closure(in.naming.types.skipTypeVars(type, false))) {
      for (Symbol member : supertype.tsym.members().getSymbolsByName(name)) {
        if (member instanceof MethodSymbol method
            && method.getParameters().isEmpty()
            && (found == null || method.owner.isSubClass(found.owner, in.naming.types))) {
          found = method;
        }
      }
    }
    return found;
  }

  private Name closeName() {
    return in.owner.symbol.name.table.names.close;
  }
}

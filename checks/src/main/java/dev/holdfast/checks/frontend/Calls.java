package dev.holdfast.checks.frontend;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.tree.TreeInfo;
import com.sun.tools.javac.util.Names;
import dev.holdfast.analysis.bytecode.NoThrow;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import java.util.List;

/** Lowers calls and object creation. */
final class Calls {
  private final Lowering in;
  private final Naming naming;
  private final Flow flow;
  private final Sites sites;

  Calls(Lowering in) {
    this.in = in;
    this.naming = in.naming;
    this.flow = in.flow;
    this.sites = in.sites;
  }

  int invoke(JCMethodInvocation tree) {
    JCExpression named = TreeInfo.skipParens(tree.meth);
    MethodSymbol method = method(TreeInfo.symbol(named));
    Qualifier qualifier = Qualifier.of(named, method, in.scope.owner(), naming);
    if (qualifier.constructs()) {
      return invokeConstructor(tree, named, method);
    }
    Operands operands = new Operands(flow, sites.implicit(tree));
    operands.add(receiver(qualifier, named, method));
    arguments(operands, method, tree.args, tree.varargsElement, tree);
    List<Integer> values = operands.done();
    return call(
        naming.method(method, qualifier.site()),
        method,
        qualifier.dispatch(),
        values.get(0),
        values.subList(1, values.size()),
        tree.type,
        sites.at(tree));
  }

  /** Emits a call of an instance or static method, with its ways out. */
  int call(
      MethodRef ref,
      MethodSymbol method,
      Op.Dispatch dispatch,
      int receiver,
      List<Integer> arguments,
      Type result,
      Site site) {
    boolean isVoid = method.getReturnType().hasTag(TypeTag.VOID);
    int target = isVoid ? Op.NONE : flow.temporary(naming.text(result));
    flow.emit(new Op.Call(target, ref, dispatch, receiver, arguments, site));
    raise(ref, method);
    return target;
  }

  private void raise(MethodRef ref, MethodSymbol method) {
    if (!NoThrow.never(ref)) {
      in.frames.raise(method.getThrownTypes());
    }
  }

  private int receiver(Qualifier qualifier, JCExpression named, MethodSymbol method) {
    if (named instanceof JCFieldAccess select) {
      int value =
          Expressions.isExpression(select.selected)
              ? in.expressions.lower(select.selected)
              : Op.NONE;
      return method.isStatic() ? Op.NONE : value;
    }
    return method.isStatic() ? Op.NONE : in.scope.instance(qualifier.holder(), named);
  }

  /** {@code this(..)} and {@code super(..)}; after the latter the fields are initialised. */
  private int invokeConstructor(JCMethodInvocation tree, JCExpression named, MethodSymbol method) {
    ClassSymbol made = (ClassSymbol) method.owner;
    boolean another = made == in.scope.owner();
    Operands operands = new Operands(flow, sites.implicit(tree));
    if (made.hasOuterInstance()) {
      operands.add(outerOfConstructor(named, made, another));
    }
    if (made.fullname == Expressions.names(made.name).java_lang_Enum) {
      operands.add(in.expressions.opaque(tree, List.of()));
      operands.add(in.expressions.opaque(tree, List.of()));
    }
    arguments(operands, method, tree.args, tree.varargsElement, tree);
    captured(operands, made, tree);
    MethodRef ref = naming.method(method);
    Site site = tree.args.isEmpty() && !another ? sites.implicit(tree) : sites.at(tree);
    flow.emit(
        new Op.Call(Op.NONE, ref, Op.Dispatch.SPECIAL, in.scope.self(), operands.done(), site));
    raise(ref, method);
    if (!another) {
      in.initialize(false);
    }
    return Op.NONE;
  }

  private int outerOfConstructor(JCExpression named, ClassSymbol made, boolean another) {
    if (named instanceof JCFieldAccess qualified) {
      return in.expressions.lower(qualified.selected);
    }
    Symbol.TypeSymbol around = made.type.getEnclosingType().tsym;
    return another ? in.scope.instance(around, named) : in.scope.instanceOf(around, false, named);
  }

  int create(JCNewClass tree) {
    MethodSymbol constructor = method(tree.constructor);
    ClassSymbol made = (ClassSymbol) constructor.owner;
    Operands operands = new Operands(flow, sites.implicit(tree));
    // an anonymous class hands the qualifier of outer.new Inner() {} on to its superclass
    boolean handsOn = tree.def != null && tree.encl != null;
    if (made.hasOuterInstance()) {
      operands.add(
          tree.encl != null && !handsOn
              ? in.expressions.lower(tree.encl)
              : in.scope.instanceOf(made.type.getEnclosingType().tsym, true, tree));
    }
    if (handsOn) {
      operands.add(in.expressions.lower(tree.encl));
    }
    arguments(operands, constructor, tree.args, tree.varargsElement, tree);
    captured(operands, made, tree);
    int target = flow.temporary(naming.text(tree.type));
    MethodRef ref = naming.method(constructor);
    flow.emit(new Op.New(target, ref, operands.done(), sites.at(tree)));
    raise(ref, constructor);
    return target;
  }

  private void captured(Operands operands, ClassSymbol made, JCTree tree) {
    in.owner
        .sources
        .captured(made)
        .forEach(variable -> operands.add(in.scope.read(variable, tree)));
  }

  /** Arguments in order; those of a variable arity parameter go into an array. */
  private void arguments(
      Operands operands,
      MethodSymbol method,
      List<JCExpression> arguments,
      Type element,
      JCTree call) {
    if (element == null) {
      arguments.forEach(argument -> operands.add(in.expressions.lower(argument)));
      return;
    }
    int fixed = method.type.getParameterTypes().size() - 1;
    if (call instanceof JCNewClass made && made.def != null && made.encl != null) {
      fixed--;
    }
    arguments.subList(0, fixed).forEach(argument -> operands.add(in.expressions.lower(argument)));
    int array = flow.temporary(naming.text(naming.types.makeArrayType(element)));
    flow.emit(new Op.NewArray(array, naming.erased(element), sites.implicit(call)));
    for (JCExpression argument : arguments.subList(fixed, arguments.size())) {
      int value = in.expressions.lower(argument);
      if (!element.isPrimitive()) {
        flow.emit(new Op.ArrayStore(array, value, sites.implicit(argument)));
      }
    }
    operands.add(array);
  }

  static MethodSymbol method(Symbol symbol) {
    if (symbol instanceof MethodSymbol method
        && method.kind == Kind.MTH
        && method.owner instanceof ClassSymbol
        && !method.type.isErroneous()) {
      return method;
    }
    throw new GivenUp("unresolved call");
  }

  /**
   * What a call is made on.
   *
   * @param site the qualifying type of JLS 13.1
   * @param holder for a simple name of an instance method the class around it that has the method
   */
  record Qualifier(boolean constructs, Type site, ClassSymbol holder, Op.Dispatch dispatch) {
    static Qualifier of(
        JCExpression named, MethodSymbol method, ClassSymbol within, Naming naming) {
      boolean viaSuper = false;
      Type site;
      ClassSymbol holder = null;
      if (named instanceof JCFieldAccess select) {
        Names names = Expressions.names(select.name);
        if (select.name == names._super) {
          return new Qualifier(true, null, null, Op.Dispatch.SPECIAL);
        }
        viaSuper = isSuper(select.selected);
        site = select.selected.type;
      } else if (named instanceof JCIdent name) {
        Names names = Expressions.names(name.name);
        if (name.name == names._this || name.name == names._super) {
          return new Qualifier(true, null, null, Op.Dispatch.SPECIAL);
        }
        holder = Scope.holder(method, within, naming);
        boolean foreign = method.isStatic() && holder != within || holder == null;
        site = foreign ? method.owner.type : holder.type;
      } else {
        throw new GivenUp("unresolved call");
      }
      if (site == null) {
        throw new GivenUp(GivenUp.UNATTRIBUTED);
      }
      return new Qualifier(false, site, holder, dispatch(method, site, viaSuper, naming));
    }

    static Op.Dispatch dispatch(MethodSymbol method, Type site, boolean viaSuper, Naming naming) {
      if (method.isStatic()) {
        return Op.Dispatch.STATIC;
      }
      if (viaSuper || (method.flags() & Flags.PRIVATE) != 0) {
        return Op.Dispatch.SPECIAL;
      }
      boolean ofObject = method.owner == naming.symtab.objectType.tsym;
      Type bound = naming.types.skipTypeVars(site, false);
      Symbol.TypeSymbol owner =
          bound.isCompound() ? method.enclClass() : naming.types.erasure(bound).tsym;
      return !ofObject && owner.isInterface() ? Op.Dispatch.INTERFACE : Op.Dispatch.VIRTUAL;
    }

    private static boolean isSuper(JCExpression selected) {
      JCExpression tree = TreeInfo.skipParens(selected);
      if (tree instanceof JCIdent name) {
        return name.name == Expressions.names(name.name)._super;
      }
      return tree instanceof JCFieldAccess select
          && select.name == Expressions.names(select.name)._super;
    }
  }
}

package dev.holdfast.checks.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCArrayAccess;
import com.sun.tools.javac.tree.JCTree.JCAssign;
import com.sun.tools.javac.tree.JCTree.JCAssignOp;
import com.sun.tools.javac.tree.JCTree.JCBinary;
import com.sun.tools.javac.tree.JCTree.JCConditional;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCFunctionalExpression;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCInstanceOf;
import com.sun.tools.javac.tree.JCTree.JCLambda;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCNewArray;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.tree.JCTree.JCPattern;
import com.sun.tools.javac.tree.JCTree.JCSwitchExpression;
import com.sun.tools.javac.tree.JCTree.JCTypeCast;
import com.sun.tools.javac.tree.JCTree.JCUnary;
import com.sun.tools.javac.tree.TreeInfo;
import com.sun.tools.javac.util.Name;
import com.sun.tools.javac.util.Names;
import dev.holdfast.analysis.ir.Op;
import java.util.List;

/** Lowers expressions; each visit gives the register that holds the value. */
final class Expressions extends SimpleTreeVisitor<Integer, Void> {
  private final Lowering in;
  private final Naming naming;
  private final Flow flow;
  private final Sites sites;

  Expressions(Lowering in) {
    this.in = in;
    this.naming = in.naming;
    this.flow = in.flow;
    this.sites = in.sites;
  }

  int lower(ExpressionTree expression) {
    JCExpression tree = (JCExpression) expression;
    if (tree.type == null) {
      throw new GivenUp(GivenUp.UNATTRIBUTED);
    }
    if (tree.type.isErroneous()) {
      throw new GivenUp("unresolved expression");
    }
    if (tree.type.constValue() != null) {
      return constant(Constants.of(tree.type), tree);
    }
    return tree.accept(this, null);
  }

  int constant(Object value, JCTree tree) {
    int target = temporary(tree);
    flow.emit(new Op.Const(target, value, sites.at(tree)));
    return target;
  }

  int temporary(JCTree tree) {
    return flow.temporary(naming.text(tree.type));
  }

  int opaque(JCTree tree, List<Integer> arguments) {
    int target = temporary(tree);
    flow.emit(new Op.Opaque(target, arguments, sites.at(tree)));
    return target;
  }

  @Override
  protected Integer defaultAction(Tree tree, Void none) {
    throw new GivenUp("unknown expression " + tree.getKind());
  }

  @Override
  public Integer visitLiteral(LiteralTree tree, Void none) {
    return constant(null, (JCTree) tree);
  }

  @Override
  public Integer visitParenthesized(ParenthesizedTree tree, Void none) {
    return lower(tree.getExpression());
  }

  @Override
  public Integer visitIdentifier(IdentifierTree identifier, Void none) {
    JCIdent tree = (JCIdent) identifier;
    Names names = names(tree.name);
    if (tree.name == names._this || tree.name == names._super) {
      return in.scope.self();
    }
    VarSymbol symbol = variable(tree.sym);
    if (Naming.isLocal(symbol)) {
      return in.scope.read(symbol, tree);
    }
    return field(tree, symbol, object(tree, symbol));
  }

  @Override
  public Integer visitMemberSelect(MemberSelectTree select, Void none) {
    JCFieldAccess tree = (JCFieldAccess) select;
    Names names = names(tree.name);
    if (tree.name == names._class) {
      return constant(new Op.TypeConstant(naming.erased(tree.selected.type)), tree);
    }
    if (tree.name == names._this || tree.name == names._super) {
      // Interface.super.m() is a call on this, Outer.super.m() one on the enclosing instance
      Symbol.TypeSymbol named = tree.selected.type.tsym;
      return named.isInterface() && tree.name == names._super
          ? in.scope.self()
          : in.scope.instance(named, tree);
    }
    VarSymbol symbol = variable(tree.sym);
    if (symbol == naming.symtab.lengthVar) {
      return opaque(tree, List.of(lower(tree.selected)));
    }
    return field(tree, symbol, object(tree, symbol));
  }

  /** The object whose field is accessed; evaluates the qualifier of a static one too. */
  int object(JCExpression access, VarSymbol field) {
    if (access instanceof JCFieldAccess select) {
      int object = isExpression(select.selected) ? lower(select.selected) : Op.NONE;
      return field.isStatic() ? Op.NONE : object;
    }
    if (field.isStatic()) {
      return Op.NONE;
    }
    Symbol.ClassSymbol holder = in.scope.holder(field);
    if (holder == null) {
      throw new GivenUp("field of nowhere");
    }
    return in.scope.instance(holder, access);
  }

  /** Whether a qualifier is a value rather than a type or package. */
  static boolean isExpression(JCTree qualifier) {
    Symbol symbol = TreeInfo.symbol(qualifier);
    return symbol == null || symbol.kind != Kind.TYP && symbol.kind != Kind.PCK;
  }

  private int field(JCExpression tree, VarSymbol field, int object) {
    int target = temporary(tree);
    flow.emit(new Op.GetField(target, object, naming.field(field), sites.at(tree)));
    return target;
  }

  static VarSymbol variable(Symbol symbol) {
    if (symbol instanceof VarSymbol variable && symbol.kind == Kind.VAR) {
      return variable;
    }
    throw new GivenUp("unresolved name");
  }

  static Names names(Name name) {
    return name.table.names;
  }

  @Override
  public Integer visitArrayAccess(ArrayAccessTree access, Void none) {
    JCArrayAccess tree = (JCArrayAccess) access;
    Operands operands = new Operands(flow, sites.implicit(tree));
    operands.add(lower(tree.indexed));
    lower(tree.index);
    return in.assignments.element(tree, operands.done().get(0));
  }

  @Override
  public Integer visitNewArray(NewArrayTree creation, Void none) {
    JCNewArray tree = (JCNewArray) creation;
    tree.dims.forEach(this::lower);
    int target = temporary(tree);
    String element = naming.erased(naming.types.elemtype(tree.type));
    flow.emit(new Op.NewArray(target, element, sites.at(tree)));
    if (tree.elems != null) {
      for (JCExpression initial : tree.elems) {
        int value = lower(initial);
        if (!initial.type.isPrimitive()) {
          flow.emit(new Op.ArrayStore(target, value, sites.implicit(initial)));
        }
      }
    }
    return target;
  }

  @Override
  public Integer visitTypeCast(TypeCastTree cast, Void none) {
    JCTypeCast tree = (JCTypeCast) cast;
    int value = lower(tree.expr);
    Type from = tree.expr.type;
    Type to = tree.clazz.type;
    if (from.isPrimitive()) {
      boolean converts = to.isPrimitive() && !naming.types.isSameType(from, to);
      return converts ? opaque(tree, List.of(value)) : value;
    }
    if (from.hasTag(TypeTag.BOT)
        || TreeInfo.skipParens(tree.expr) instanceof JCFunctionalExpression) {
      return value;
    }
    Type reference = naming.types.boxedTypeOrType(to);
    if (to.isPrimitive() && naming.types.isSameType(reference, from)) {
      return value;
    }
    int target = temporary(tree);
    flow.emit(new Op.Cast(target, naming.erased(reference), value, sites.at(tree)));
    return target;
  }

  @Override
  public Integer visitInstanceOf(InstanceOfTree test, Void none) {
    JCInstanceOf tree = (JCInstanceOf) test;
    if (tree.pattern instanceof JCPattern) {
      return in.conditions.value(tree);
    }
    return opaque(tree, List.of(lower(tree.expr)));
  }

  @Override
  public Integer visitConditionalExpression(ConditionalExpressionTree conditional, Void none) {
    JCConditional tree = (JCConditional) conditional;
    int target = temporary(tree);
    Flow.Node yes = flow.node();
    Flow.Node no = flow.node();
    Flow.Node join = flow.node();
    in.conditions.branch(tree.cond, yes, no);
    flow.start(yes);
    move(target, tree.truepart, join);
    flow.start(no);
    move(target, tree.falsepart, join);
    flow.start(join);
    return target;
  }

  private void move(int target, JCExpression value, Flow.Node next) {
    if (flow.alive()) {
      flow.emit(new Op.Move(target, lower(value), sites.implicit(value)));
      flow.go(next);
    }
  }

  @Override
  public Integer visitBinary(BinaryTree binary, Void none) {
    JCBinary tree = (JCBinary) binary;
    switch (tree.getKind()) {
      case CONDITIONAL_AND,
          CONDITIONAL_OR,
          EQUAL_TO,
          NOT_EQUAL_TO,
          LESS_THAN,
          LESS_THAN_EQUAL,
          GREATER_THAN,
          GREATER_THAN_EQUAL -> {
        return in.conditions.value(tree);
      }
      case PLUS -> {
        if (naming.types.isSameType(tree.type, naming.symtab.stringType)) {
          return in.assignments.concatenation(tree);
        }
      }
      default -> {}
    }
    Operands operands = new Operands(flow, sites.implicit(tree));
    operands.add(lower(tree.lhs)).add(lower(tree.rhs));
    return opaque(tree, operands.done());
  }

  @Override
  public Integer visitUnary(UnaryTree unary, Void none) {
    JCUnary tree = (JCUnary) unary;
    return switch (tree.getKind()) {
      case LOGICAL_COMPLEMENT -> in.conditions.value(tree);
      case PREFIX_INCREMENT, PREFIX_DECREMENT -> in.assignments.step(tree, false);
      case POSTFIX_INCREMENT, POSTFIX_DECREMENT -> in.assignments.step(tree, true);
      case UNARY_PLUS, UNARY_MINUS, BITWISE_COMPLEMENT -> opaque(tree, List.of(lower(tree.arg)));
      // a null check that the compiler put around an enclosing instance
      default -> lower(tree.arg);
    };
  }

  @Override
  public Integer visitAssignment(AssignmentTree tree, Void none) {
    return in.assignments.assign((JCAssign) tree);
  }

  @Override
  public Integer visitCompoundAssignment(CompoundAssignmentTree tree, Void none) {
    return in.assignments.compound((JCAssignOp) tree);
  }

  @Override
  public Integer visitMethodInvocation(MethodInvocationTree tree, Void none) {
    return in.calls.invoke((JCMethodInvocation) tree);
  }

  @Override
  public Integer visitNewClass(NewClassTree tree, Void none) {
    return in.calls.create((JCNewClass) tree);
  }

  @Override
  public Integer visitLambdaExpression(LambdaExpressionTree tree, Void none) {
    return in.closures.lambda((JCLambda) tree);
  }

  @Override
  public Integer visitMemberReference(MemberReferenceTree tree, Void none) {
    return in.closures.reference((JCMemberReference) tree);
  }

  @Override
  public Integer visitSwitchExpression(SwitchExpressionTree tree, Void none) {
    return in.switches.expression((JCSwitchExpression) tree);
  }
}

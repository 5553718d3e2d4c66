package dev.holdfast.checks.frontend;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.RecordComponent;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCBlock;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import java.util.ArrayList;
import java.util.List;

/** Lowers one body: holds what its parts share and knows what stands around the statements. */
final class Lowering {
  final SourceClass owner;
  final Naming naming;
  final Flow flow = new Flow();
  final Frames frames;
  final Sites sites;
  final Scope scope;
  final Frame.Exit returned;
  final Expressions expressions;
  final Conditions conditions;
  final Comparisons comparisons;
  final Calls calls;
  final Statements statements;
  final Tries tries;
  final Switches switches;
  final Patterns patterns;
  final Closures closures;
  final Assignments assignments;

  private Lowering(SourceClass owner) {
    this.owner = owner;
    this.naming = owner.sources.naming;
    this.frames = new Frames(flow, naming);
    this.sites = new Sites(owner.unit);
    this.scope = new Scope(owner, flow, sites);
    this.returned = new Frame.Exit(flow.exit, null);
    this.expressions = new Expressions(this);
    this.conditions = new Conditions(this);
    this.comparisons = new Comparisons(this);
    this.calls = new Calls(this);
    this.statements = new Statements(this);
    this.tries = new Tries(this);
    this.switches = new Switches(this);
    this.patterns = new Patterns(this);
    this.closures = new Closures(this);
    this.assignments = new Assignments(this);
  }

  static Body method(SourceClass owner, JCMethodDecl tree) {
    return new Lowering(owner).lowerMethod(tree);
  }

  static Body lambda(LambdaMethod lambda) {
    return new Lowering(lambda.owner).lowerLambda(lambda);
  }

  /** The static initialiser. */
  static Body initializer(SourceClass owner) {
    return new Lowering(owner).lowerInitializer();
  }

  /** The accessor of a record component that is not written out. */
  static Body accessor(SourceClass owner, MethodSymbol accessor, VarSymbol field) {
    return new Lowering(owner).lowerAccessor(accessor, field);
  }

  private Body lowerMethod(JCMethodDecl tree) {
    MethodSymbol method = tree.sym;
    if (method == null || tree.body == null) {
      throw new GivenUp(GivenUp.UNATTRIBUTED);
    }
    boolean isStatic = method.isStatic();
    if (!isStatic) {
      scope.declareSelf();
    }
    boolean isConstructor = method.isConstructor();
    if (isConstructor && owner.symbol.hasOuterInstance()) {
      scope.declareOuter();
    }
    tree.params.forEach(parameter -> scope.declare(parameter.sym));
    List<VarSymbol> captured = isConstructor ? owner.sources.captured(owner.symbol) : List.of();
    captured.forEach(scope::declare);
    int parameters = flow.registers().size();
    if (isConstructor && !Constructors.callsAnother(tree)) {
      keepCaptured(tree, captured);
    }
    statements.lower(tree.body);
    if (isConstructor && isImplicitlyAssigning(method)) {
      assignComponents(tree);
    }
    leave(tree);
    return body(naming.method(method), isStatic, parameters, method.getThrownTypes());
  }

  /** {@code this$0} and {@code val$x} are set before anything else happens. */
  private void keepCaptured(JCMethodDecl tree, List<VarSymbol> captured) {
    String name = naming.binary(owner.symbol);
    if (owner.symbol.hasOuterInstance()) {
      var around = owner.symbol.type.getEnclosingType().tsym;
      FieldRef field =
          new FieldRef(name, Scope.outerField(owner.symbol), naming.binary(around), false);
      int outer = scope.instance(around, tree);
      flow.emit(new Op.PutField(scope.self(), field, outer, sites.implicit(tree)));
    }
    for (VarSymbol variable : captured) {
      FieldRef field =
          new FieldRef(name, "val$" + variable.name, naming.erased(variable.type), false);
      int value = scope.read(variable, tree);
      flow.emit(new Op.PutField(scope.self(), field, value, sites.implicit(tree)));
    }
  }

  private boolean isImplicitlyAssigning(MethodSymbol constructor) {
    long implicit = Flags.COMPACT_RECORD_CONSTRUCTOR | Flags.GENERATEDCONSTR;
    return owner.isRecord()
        && (constructor.flags() & Flags.RECORD) != 0
        && (constructor.flags() & implicit) != 0;
  }

  private void assignComponents(JCMethodDecl tree) {
    int at = 0;
    for (RecordComponent component : owner.symbol.getRecordComponents()) {
      VarSymbol parameter = tree.params.get(at++).sym;
      FieldRef field =
          new FieldRef(
              naming.binary(owner.symbol),
              component.name.toString(),
              naming.erased(component.type),
              false);
      int value = scope.read(parameter, tree);
      flow.emit(new Op.PutField(scope.self(), field, value, sites.implicit(tree)));
    }
  }

  /** Runs the field initialisers and initialiser blocks, as the compiler does after super(). */
  void initialize(boolean ofClass) {
    scope.initialising(!ofClass);
    for (JCTree member : owner.initialisers(ofClass)) {
      if (member instanceof JCBlock block) {
        statements.lower(block);
      } else if (member instanceof JCVariableDecl field) {
        int value = expressions.lower(field.init);
        int object = ofClass ? Op.NONE : scope.self();
        flow.emit(new Op.PutField(object, naming.field(field.sym), value, sites.at(field)));
      }
    }
    scope.initialising(false);
  }

  private Body lowerLambda(LambdaMethod lambda) {
    Captures captures = lambda.captures();
    if (captures.self()) {
      scope.declareSelf();
    }
    captures.variables().forEach(scope::declare);
    lambda.tree.params.forEach(parameter -> scope.declare(parameter.sym));
    int parameters = flow.registers().size();
    if (lambda.tree.body instanceof JCExpression value) {
      int result = expressions.lower(value);
      int returned = lambda.isVoid() ? Op.NONE : result;
      flow.emit(new Op.Return(returned, sites.implicit(value)));
      frames.leave(this.returned);
    } else {
      statements.lower((JCBlock) lambda.tree.body);
      leave(lambda.tree);
    }
    return body(lambda.method(), !captures.self(), parameters, lambda.thrown());
  }

  private Body lowerInitializer() {
    initialize(true);
    leave(owner.tree);
    MethodRef method = new MethodRef(naming.binary(owner.symbol), "<clinit>", "()V");
    return body(method, true, 0, List.of());
  }

  private Body lowerAccessor(MethodSymbol accessor, VarSymbol field) {
    int self = scope.declareSelf();
    int value = flow.temporary(naming.text(field.type));
    flow.emit(new Op.GetField(value, self, naming.field(field), sites.implicit(owner.tree)));
    flow.emit(new Op.Return(value, sites.implicit(owner.tree)));
    frames.leave(returned);
    return body(naming.method(accessor), false, 1, List.of());
  }

  /** The end of a void body. */
  private void leave(JCTree tree) {
    if (flow.alive()) {
      flow.emit(new Op.Return(Op.NONE, sites.implicit(tree)));
      frames.leave(returned);
    }
  }

  private Body body(MethodRef method, boolean isStatic, int parameters, List<Type> thrown) {
    List<String> exceptions = new ArrayList<>();
    for (Type type : thrown) {
      exceptions.add(naming.erased(type));
    }
    return new Body(
        method, isStatic, parameters, exceptions, FlowBlocks.of(flow), flow.registers());
  }
}

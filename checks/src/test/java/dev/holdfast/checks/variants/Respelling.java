package dev.holdfast.checks.variants;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says the same in other words inside of bodies. */
final class Respelling {
  private Respelling() {}

  /** Parameters and local variables under other names, but for those that a field has too. */
  static void renamed(CompilationUnit unit) {
    Set<String> fields = new HashSet<>();
    unit.findAll(FieldDeclaration.class)
        .forEach(field -> field.getVariables().forEach(one -> fields.add(one.getNameAsString())));
    unit.findAll(RecordDeclaration.class)
        .forEach(type -> type.getParameters().forEach(one -> fields.add(one.getNameAsString())));
    for (MethodDeclaration method : Rewriting.methods(unit)) {
      Set<String> locals = new HashSet<>();
      List<Node> declared = new ArrayList<>();
      declared.addAll(method.findAll(Parameter.class));
      declared.addAll(method.findAll(PatternExpr.class));
      declared.addAll(method.findAll(VariableDeclarator.class));
      for (Node one : declared) {
        locals.add(((NodeWithSimpleName<?>) one).getNameAsString());
      }
      locals.removeAll(fields);
      for (SimpleName name : method.findAll(SimpleName.class)) {
        Node parent = name.getParentNode().orElseThrow();
        boolean variable =
            parent instanceof NameExpr
                || parent instanceof Parameter
                || parent instanceof PatternExpr
                || isBound(parent)
                || parent instanceof VariableDeclarator;
        if (variable && locals.contains(name.getIdentifier())) {
          name.setIdentifier(name.getIdentifier() + "Here");
        }
      }
    }
  }

  /** The {@code a} of {@code a::run}: to the parser it could be a class. */
  private static boolean isBound(Node node) {
    return node instanceof ClassOrInterfaceType type
        && type.getScope().isEmpty()
        && type.getParentNode().orElse(null) instanceof TypeExpr named
        && named.getParentNode().orElse(null) instanceof MethodReferenceExpr;
  }

  /** {@code if (a) b else c} the other way round. */
  static void inverted(CompilationUnit unit) {
    for (IfStmt test : unit.findAll(IfStmt.class, one -> one.getElseStmt().isPresent())) {
      Statement then = test.getThenStmt().clone();
      Statement otherwise = test.getElseStmt().orElseThrow().clone();
      Expression condition = test.getCondition().clone();
      test.setCondition(
          new UnaryExpr(new EnclosedExpr(condition), UnaryExpr.Operator.LOGICAL_COMPLEMENT));
      test.setThenStmt(new BlockStmt(new NodeList<>(otherwise)));
      test.setElseStmt(then);
    }
  }

  /** {@code a().b().c()} with a local variable for each step. */
  static void named(CompilationUnit unit) {
    int[] count = {0};
    for (BlockStmt block : unit.findAll(BlockStmt.class)) {
      for (Statement statement : List.copyOf(block.getStatements())) {
        Expression whole = whole(statement);
        if (whole instanceof MethodCallExpr call) {
          name(call, block, statement, count);
        }
      }
    }
  }

  /** What a statement evaluates first, and all of. */
  private static Expression whole(Statement statement) {
    if (statement instanceof ReturnStmt result) {
      return result.getExpression().orElse(null);
    }
    if (statement instanceof ExpressionStmt step) {
      return step.getExpression() instanceof VariableDeclarationExpr declared
          ? declared.getVariable(0).getInitializer().orElse(null)
          : step.getExpression();
    }
    return null;
  }

  private static void name(MethodCallExpr call, BlockStmt block, Statement before, int[] count) {
    Expression scope = call.getScope().orElse(null);
    if (scope instanceof MethodCallExpr inner) {
      name(inner, block, before, count);
    } else if (scope == null || !scope.isObjectCreationExpr()) {
      return;
    }
    String local = "step" + ++count[0];
    Statement declared = Rewriting.block("{ var " + local + " = " + scope + "; }").getStatement(0);
    block.getStatements().addBefore(declared, before);
    call.setScope(new NameExpr(local));
  }
}

package dev.holdfast.checks.variants;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.type.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the rewriters of sources share: they know syntax alone, no types. */
final class Rewriting {
  private static final JavaParser PARSER =
      new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17));

  private Rewriting() {}

  static CompilationUnit parse(String text) {
    return result(PARSER.parse(text), text);
  }

  static BlockStmt block(String text) {
    return result(PARSER.parseBlock(text), text);
  }

  private static <T> T result(ParseResult<T> parsed, String text) {
    return parsed
        .getResult()
        .filter(node -> parsed.isSuccessful())
        .orElseThrow(() -> new IllegalArgumentException(parsed.getProblems() + "\n" + text));
  }

  /** Methods of classes, enums and records that have a body of their own. */
  static List<MethodDeclaration> methods(CompilationUnit unit) {
    return unit.findAll(
        MethodDeclaration.class,
        method ->
            method.getBody().isPresent()
                && method.getParentNode().orElseThrow() instanceof TypeDeclaration<?> owner
                && !(owner instanceof ClassOrInterfaceDeclaration type && type.isInterface()));
  }

  /** Gives each method that may have it another body; null leaves it as it is. */
  static void eachBody(CompilationUnit unit, Function<MethodDeclaration, String> other) {
    for (MethodDeclaration method : methods(unit)) {
      String body = other.apply(method);
      if (body != null) {
        method.setBody(block(body));
      }
    }
  }

  static String body(MethodDeclaration method) {
    return method.getBody().orElseThrow().toString();
  }

  /** {@code throws A, B}, or nothing. */
  static String thrown(MethodDeclaration method) {
    return method.getThrownExceptions().isEmpty()
        ? ""
        : " throws "
            + String.join(", ", method.getThrownExceptions().stream().map(Type::toString).toList());
  }

  /** Whether what stands in a lambda or a nested class may still name all parameters. */
  static boolean keepsParameters(MethodDeclaration method) {
    Set<String> assigned = new HashSet<>();
    method.findAll(AssignExpr.class).forEach(set -> name(set.getTarget()).ifPresent(assigned::add));
    method
        .findAll(UnaryExpr.class, step -> step.getOperator().toString().contains("CREMENT"))
        .forEach(step -> name(step.getExpression()).ifPresent(assigned::add));
    return method.getParameters().stream()
        .map(Parameter::getNameAsString)
        .noneMatch(assigned::contains);
  }

  private static Optional<String> name(com.github.javaparser.ast.expr.Expression target) {
    return target instanceof NameExpr named
        ? Optional.of(named.getNameAsString())
        : Optional.empty();
  }
}

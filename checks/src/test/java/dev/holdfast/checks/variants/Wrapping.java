package dev.holdfast.checks.variants;

import static dev.holdfast.checks.variants.Rewriting.body;
import static dev.holdfast.checks.variants.Rewriting.eachBody;
import static dev.holdfast.checks.variants.Rewriting.keepsParameters;
import static dev.holdfast.checks.variants.Rewriting.thrown;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import java.util.Set;
import java.util.function.Predicate;

/** Puts the whole body of a method into something that changes nothing. */
final class Wrapping {
  /** What a checked exception needs; the variants are compiled with it. */
  static final String WORK =
      """
      package dev.holdfast.cases.variants;
      public final class Work {
        private Work() {}
        public interface Giving<T, E extends Exception> { T run() throws E; }
        public interface Doing<E extends Exception> { void run() throws E; }
      }
      """;

  private static final Set<String> OF_EVERY_OBJECT =
      Set.of("clone", "equals", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  private Wrapping() {}

  static void inBlock(CompilationUnit unit) {
    eachBody(unit, method -> "{" + body(method) + "}");
  }

  static void inTryFinally(CompilationUnit unit) {
    eachBody(unit, method -> "{ try " + body(method) + " finally { int doneHere = 1; } }");
  }

  /** Not in what others call: they rely on all of it. */
  static void behindEarlyReturn(CompilationUnit unit, Predicate<MethodDeclaration> isEntry) {
    eachBody(
        unit,
        method ->
            !isEntry.test(method) || method.getAnnotationByName("Override").isPresent()
                ? null
                : "{ if (System.nanoTime() == 0L) { return"
                    + nothing(method.getType())
                    + "; } "
                    + body(method)
                    + "}");
  }

  /** A lambda in a local variable, run at once. */
  static void inLambda(CompilationUnit unit, Predicate<MethodDeclaration> isEntry) {
    eachBody(
        unit, method -> isEntry.test(method) && keepsParameters(method) ? lambda(method) : null);
  }

  private static String lambda(MethodDeclaration method) {
    boolean gives = !method.getType().isVoidType();
    boolean raises = !method.getThrownExceptions().isEmpty();
    if (method.getThrownExceptions().size() > 1 || raises && method.getType().isPrimitiveType()) {
      return null;
    }
    String type = "Runnable";
    String run = "run";
    if (raises) {
      String raised = method.getThrownException(0).toString();
      type = gives ? "Giving<" + method.getType() + ", " + raised + ">" : "Doing<" + raised + ">";
      type = "dev.holdfast.cases.variants.Work." + type;
    } else if (gives) {
      String word = method.getType().isPrimitiveType() ? capital(method.getType().toString()) : "";
      type = "java.util.function." + word + "Supplier";
      type += word.isEmpty() ? "<" + method.getType() + ">" : "";
      run = "get" + (word.isEmpty() ? "" : "As" + word);
    }
    String result = gives ? "return " : "";
    return "{ "
        + (type + " bodyOf = () -> " + body(method) + "; ")
        + (result + "bodyOf." + run + "(); }");
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** A nested class without a name, made and called at once. */
  static void inNestedClass(CompilationUnit unit, Predicate<MethodDeclaration> isEntry) {
    eachBody(
        unit,
        method ->
            isEntry.test(method) && keepsParameters(method) && isAtHomeAnywhere(method)
                ? nested(method)
                : null);
  }

  private static String nested(MethodDeclaration method) {
    return "{ "
        + (method.getType().isVoidType() ? "" : "return ")
        + "new Object() { "
        + method.getType()
        + " bodyOf()"
        + thrown(method)
        + " "
        + body(method)
        + " }.bodyOf(); }";
  }

  private static boolean isAtHomeAnywhere(MethodDeclaration method) {
    return method.findFirst(ThisExpr.class).isEmpty()
        && method.findFirst(SuperExpr.class).isEmpty()
        && method
            .findFirst(
                MethodCallExpr.class,
                call ->
                    call.getScope().isEmpty() && OF_EVERY_OBJECT.contains(call.getNameAsString()))
            .isEmpty();
  }

  private static String nothing(Type type) {
    if (type.isVoidType()) {
      return "";
    }
    if (type.isPrimitiveType()) {
      return type.asPrimitiveType().getType() == PrimitiveType.Primitive.BOOLEAN ? " false" : " 0";
    }
    return " null";
  }
}

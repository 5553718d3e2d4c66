package dev.holdfast.checks.variants;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.MethodDeclaration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A rewriting of a source after which every rule has to say what it said before. */
enum Variant {
  REFORMATTED((unit, isEntry) -> {}),
  RENAMED(Respelling::renamed),
  INVERTED(Respelling::inverted),
  NAMED(Respelling::named),
  REVERSED(Moving::reversed),
  EXTRACTED(Moving::extracted),
  BLOCK(Wrapping::inBlock),
  TRY_FINALLY(Wrapping::inTryFinally),
  EARLY_RETURN(Wrapping::behindEarlyReturn),
  LAMBDA(Wrapping::inLambda),
  NESTED_CLASS(Wrapping::inNestedClass);

  private final BiConsumer<CompilationUnit, Predicate<MethodDeclaration>> rewriting;

  Variant(Consumer<CompilationUnit> rewriting) {
    this((unit, isEntry) -> rewriting.accept(unit));
  }

  /** One for methods that nobody else in the code calls: further calls would use up the budget. */
  Variant(BiConsumer<CompilationUnit, Predicate<MethodDeclaration>> rewriting) {
    this.rewriting = rewriting;
  }

  String of(String source, Predicate<MethodDeclaration> isEntry) {
    CompilationUnit unit = Rewriting.parse(source);
    rewriting.accept(unit, isEntry);
    return unit.toString();
  }
}

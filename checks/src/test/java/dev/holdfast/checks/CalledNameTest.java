package dev.holdfast.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class CalledNameTest {
  /**
   * Each finding as {@code line before|name|after}, where the name is the source between its
   * offsets and the rest is its line around it.
   */
  private static List<String> places(String... lines) throws Exception {
    Source source = new Source("X.java", lines);
    JavacTask task =
        Compiles.task(
            ToolProvider.getSystemJavaCompiler(), List.of(), new DiagnosticCollector<>(), source);
    List<CompilationUnitTree> units = new ArrayList<>();
    task.parse().forEach(units::add);
    task.analyze();
    SourceWitness witness = new FlagsEveryCall(Map.of()).in(Compiles.context(task));
    String text = source.getCharContent(true).toString();
    List<String> places = new ArrayList<>();
    for (SourceFinding found : witness.findings(units.get(0))) {
      String line = lines[found.line() - 1];
      String name = text.substring(found.startOffset(), found.endOffset());
      assertTrue(line.startsWith(name, found.column() - 1), line + " at " + found.column());
      places.add(
          line.substring(0, found.column() - 1)
              + "|"
              + name
              + "|"
              + line.substring(found.column() - 1 + name.length()));
    }
    return places;
  }

  @Test
  void aChainOverLinesPointsAtItsOffendingLink() throws Exception {
    assertEquals(
        List.of("    .|leak|(", "    .|dig|()"),
        places(
            "class X { X dig() { return this; } X leak() { return this; }",
            "  X m(X a) { return a",
            "    .dig()",
            "    .leak(",
            "    ); } }"));
  }

  @Test
  void theNameIsFoundBehindDotsCommentsAndTypeArguments() throws Exception {
    assertEquals(
        List.of("  |leak|(); ", "\tObject o = X.<X> |leak| /* here */ (); } }"),
        places(
            "class X { static <T> T leak() { return null; }",
            "  void m() { X. // why",
            "  leak(); ",
            "\tObject o = X.<X> leak /* here */ (); } }"));
  }

  @Test
  void aBareCallPointsAtItsName() throws Exception {
    assertEquals(
        List.of("  static { |leak|(); } }"),
        places("class X { static void leak() {}", "  static { leak(); } }"));
  }

  @Test
  void aReferencePointsAtTheMethodNamed() throws Exception {
    assertEquals(
        List.of("  Runnable r = X :: |leak|; }"),
        places("class X { static void leak() {}", "  Runnable r = X :: leak; }"));
  }

  @Test
  void aConstructorPointsAtNewAndItsType() throws Exception {
    assertEquals(
        List.of("  Object o = |new java.util.ArrayList<>|(", "  Object i = this.|new Leak|(); }"),
        places(
            "class X { class Leak {}",
            "  Object o = new java.util.ArrayList<>(",
            "      3);",
            "  Object i = this.new Leak(); }"));
  }

  @Test
  void recordsPatternsAndSealedTypesDoNotTripIt() throws Exception {
    assertEquals(
        List.of(
            "  sealed interface S permits R {} X a() { return |leak|().me(); }",
            "  record R(X x) implements S { R { |leak|(); } }",
            "  int s(Object o) { return o instanceof R r ? r.x().|leak|().i : 0; } }"),
        places(
            "record X(int i) { static X leak() { return null; } X me() { return this; }",
            "  sealed interface S permits R {} X a() { return leak().me(); }",
            "  record R(X x) implements S { R { leak(); } }",
            "  int s(Object o) { return o instanceof R r ? r.x().leak().i : 0; } }"));
  }
}

package dev.holdfast.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.holdfast.checks.Compiles.Witnessed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceWitnessTest {
  private static final String IMPORTS =
      "import java.net.http.*; import java.net.http.HttpResponse.BodyHandlers; import java.util.*;";
  private static final String LEAK =
      "  int leak(HttpClient c, HttpRequest r) throws Exception {"
          + " return c.send(r, BodyHandlers.ofInputStream()).statusCode(); }";

  private static Witnessed witnessed(String... lines) throws Exception {
    return Compiles.witnessed(List.of(), Map.of(), new Source("X.java", lines));
  }

  @Test
  void codeThatDoesNotCompileKeepsItsFindings() throws Exception {
    Witnessed witnessed =
        witnessed(
            IMPORTS,
            "class X extends Nowhere {",
            LEAK,
            "  Missing field = new Missing().get();",
            "  int typo(HttpClient c, HttpRequest r) { return c.sned(r, BodyHandlers.ofLines()); }",
            "  void half(HttpClient c) { var r = c.; }",
            "  void args(HttpClient c, Missing m) throws Exception { c.send(m, m.x()).body(); }",
            "}");
    assertFalse(witnessed.compiles());
    assertEquals(List.of("3 UnclosedHttpResponse"), witnessed.findings());
    assertEquals(List.of(), witnessed.notices());
  }

  @Test
  void codeThatIsHardlyCodeIsLeftInPeace() throws Exception {
    for (String text :
        List.of(
            "",
            "class",
            "class X {",
            "class X { void m( { c.send(; }",
            "}}}} int x = ;",
            "class X { void m() { this.; super.; X::; new ; } }",
            "package ; import ; class X { @ void m() {} }",
            "record R(int) {} enum E { A(, } interface I { default void m() { } void }")) {
      assertEquals(List.of(), witnessed(text).notices(), text);
    }
  }

  @Test
  void recordsSealedTypesAndPatternsAreReadLikeAnything() throws Exception {
    Witnessed witnessed =
        witnessed(
            IMPORTS,
            "record X(HttpClient c) {",
            LEAK,
            "  sealed interface S permits A, B {} record A(HttpRequest r) implements S {}",
            "  enum E { P { Object m(HttpClient c, HttpRequest r) throws Exception {",
            "    return c.send(r, BodyHandlers.ofLines()).statusCode(); } };",
            "    abstract Object m(HttpClient c, HttpRequest r) throws Exception; }",
            "  record B(int i) implements S { B { if (i < 0) throw new RuntimeException(); } }",
            "  int s(S s, HttpClient c) throws Exception { return switch (s.hashCode()) {",
            "    case 1 -> { if (s instanceof A a && a.r() != null) {",
            "      yield c.send(a.r(), BodyHandlers.ofLines()).statusCode(); }",
            "      yield 2; }",
            "    default -> 0; }; }",
            "}");
    assertEquals(
        List.of("3 UnclosedHttpResponse", "6 UnclosedHttpResponse", "11 UnclosedHttpResponse"),
        witnessed.findings());
    assertEquals(Map.of(), witnessed.statistics().givenUp());
  }

  @Test
  void eachBodyIsCountedAndFewAreLookedInto() throws Exception {
    Witnessed witnessed =
        witnessed(IMPORTS, "class X { int a() { return 1; } int b() { return a(); }", LEAK, "}");
    assertEquals(1, witnessed.statistics().lowered());
    assertEquals(4, witnessed.statistics().bodies());
    assertEquals(1, witnessed.statistics().findings());
  }

  @Test
  void howDeepMayBeDugIsTheTeamsToSay() throws Exception {
    Source digs =
        new Source(
            "X.java",
            "import java.util.*;",
            "class X {",
            "  Object dig(Map<String, Object> m) {",
            "    return ((Map<String, Object>) ((Map<String, Object>) m.get(\"a\"))",
            "        .get(\"b\"))",
            "        .get(\"c\");",
            "  }",
            "}");
    assertEquals(
        List.of("6 DeeplyNestedMapAccess"),
        Compiles.witnessed(List.of(), Map.of(), digs).findings());
    assertEquals(
        List.of(),
        Compiles.witnessed(List.of(), Map.of("Holdfast:MaxMapDepth", "3"), digs).findings());
  }
}

package dev.holdfast.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptanceTest {
  private static final Source ACCEPTED =
      new Source(
          "dev/holdfast/annotations/Accepted.java",
          "package dev.holdfast.annotations;",
          "public @interface Accepted { String[] rule(); String because(); }");

  private static List<String> flagged(String... lines) throws Exception {
    return Compiles.underErrorProne(
        List.of(), FlagsEveryCall.inEveryCompile(), new Source("X.java", lines), ACCEPTED);
  }

  @Test
  void speaksWhereNothingIsAccepted() throws Exception {
    assertEquals(
        List.of("warning 2 [UnclosedHttpResponse] Flagged. Mend it."),
        flagged("class X { static void leak() {} void m() {", "leak(); } }"));
  }

  @Test
  void suppressWarningsCountsOnEveryDeclarationAround() throws Exception {
    assertEquals(
        List.of(),
        flagged(
            "class X { static int leak() { return 1; }",
            "  @SuppressWarnings(\"UnclosedHttpResponse\") void method() { leak(); }",
            "  @SuppressWarnings({\"unused\", \"UnclosedHttpResponse\"}) int field = leak();",
            "  void local() { @SuppressWarnings(\"UnclosedHttpResponse\") int x = leak(); }",
            "  @SuppressWarnings(\"UnclosedHttpResponse\") static class Outer {",
            "    Runnable r = () -> { new Object() { int y = leak(); }; };",
            "  }",
            "  @SuppressWarnings(\"all\") void all() { leak(); }",
            "  static final String NAME = \"Unclosed\";",
            "  @SuppressWarnings(NAME + \"HttpResponse\") void constant() { leak(); }",
            "}"));
  }

  @Test
  void anotherNameDoesNotCount() throws Exception {
    assertEquals(
        List.of("warning 2 [UnclosedHttpResponse] Flagged. Mend it."),
        flagged(
            "class X { static void leak() {}",
            "  @SuppressWarnings({\"DeeplyNestedMapAccess\", \"unused\"}) void m() { leak(); }",
            "}"));
  }

  @Test
  void acceptedNamesItsRule() throws Exception {
    assertEquals(
        List.of("warning 5 [DeeplyNestedMapAccess] Flagged. Mend it."),
        flagged(
            "import dev.holdfast.annotations.Accepted;",
            "class X { static void leak() {} static void dig() {}",
            "  @Accepted(rule = \"UnclosedHttpResponse\", because = \"closed by the framework\")",
            "  void m() {",
            "    leak(); dig();",
            "  }",
            "}"));
  }

  @Test
  void acceptedOnThePackageHoldsForAllOfIt() throws Exception {
    assertEquals(
        List.of("warning 1 [DeeplyNestedMapAccess] Flagged. Mend it."),
        Compiles.underErrorProne(
            List.of(),
            FlagsEveryCall.inEveryCompile(),
            ACCEPTED,
            new Source(
                "app/package-info.java",
                "@dev.holdfast.annotations.Accepted(",
                "    rule = {\"UnclosedHttpResponse\", \"UnclosedHttpClient\"},",
                "    because = \"a proof of concept\")",
                "package app;"),
            new Source(
                "app/X.java",
                "package app; class X { int leak() { return 1; } void dig() { dig(); leak(); } }")));
  }

  @Test
  void generatedCodeIsNobodysFault() throws Exception {
    assertEquals(
        List.of(),
        flagged(
            "@javax.annotation.processing.Generated(\"tool\")",
            "class X { static void leak() {} void m() { leak(); } }"));
    for (String folder : List.of("target/generated-sources/annotations/", "build/generated/")) {
      assertEquals(
          List.of(),
          Compiles.underErrorProne(
              List.of(),
              FlagsEveryCall.inEveryCompile(),
              new Source("app/" + folder + "X.java", "class X { void leak() { leak(); } }")),
          folder);
    }
  }
}

package dev.holdfast.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.tools.javac.util.Context;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class NoticeBoardTest {
  private static final Source LEAKS =
      new Source("X.java", "class X { static void leak() {} void m() { leak(); } }");
  private static final Source LEAKS_TOO =
      new Source("Y.java", "class Y { class Z {} void m() { X.leak(); } }");

  private static Consumer<Context> with(String option, String value) {
    return context -> new FlagsEveryCall(Map.of("Holdfast:" + option, value)).in(context);
  }

  @Test
  void aWrongOptionIsToldOnceAndHidesNoFinding() throws Exception {
    List<String> lines =
        Compiles.underErrorProne(List.of(), with("MaxMapDeep", "3"), LEAKS, LEAKS_TOO);
    Collections.sort(lines);
    assertEquals(
        List.of(
            "error unknown option -XepOpt:Holdfast:MaxMapDeep; did you mean Holdfast:MaxMapDepth?",
            "warning 1 [UnclosedHttpResponse] Flagged. Mend it.",
            "warning 1 [UnclosedHttpResponse] Flagged. Mend it."),
        lines);
  }

  @Test
  void optionsComeFromErrorPronesFlags() throws Exception {
    assertEquals(
        List.of("error -XepOpt:Holdfast:MaxMapDepth=x: expected a whole number from 1 to 999"),
        Compiles.underErrorProne(List.of("-XepOpt:Holdfast:MaxMapDepth=x"), context -> {}, LEAKS));
  }

  @Test
  void aCrashIsOneNoteAndTheCompileGoesOn() throws Exception {
    for (String crash : List.of("crash", "overflow", "unlinked", "assertion")) {
      List<String> lines =
          Compiles.underErrorProne(
              List.of(),
              FlagsEveryCall.inEveryCompile(),
              new Source(
                  "C.java",
                  "class C { static void " + crash + "() {} void m() { " + crash + "(); } }"),
              LEAKS);
      assertEquals(2, lines.size(), lines::toString);
      assertTrue(
          lines.get(0).startsWith("note Holdfast could not analyse app.X.m in /C.java: java.lang."),
          lines::toString);
      assertTrue(lines.get(0).endsWith("; the compile goes on"), lines::toString);
      assertEquals("warning 1 [UnclosedHttpResponse] Flagged. Mend it.", lines.get(1));
    }
  }

  @Test
  void aBodyThatCouldNotBeReadIsNamedOnceWithItsFile() throws Exception {
    Source unread =
        new Source("U.java", "class U { static void unread() {} void m() { unread(); } }");
    assertEquals(
        List.of(
            "note Holdfast could not read app.Y.n in Y.java, met in /U.java:"
                + " java.lang.AssertionError: no tree; the compile goes on",
            "warning 1 [UnclosedHttpResponse] Flagged. Mend it."),
        Compiles.underErrorProne(List.of(), FlagsEveryCall.inEveryCompile(), unread, LEAKS));
  }

  @Test
  void statsAreOneNoteAtTheEnd() throws Exception {
    List<String> lines =
        Compiles.underErrorProne(List.of(), with("Stats", "true"), LEAKS, LEAKS_TOO);
    assertEquals(3, lines.size(), lines::toString);
    assertTrue(
        lines.get(2).matches("note Holdfast: .* in 2 files, .* 2 findings, \\d+ ms"),
        lines::toString);
  }
}

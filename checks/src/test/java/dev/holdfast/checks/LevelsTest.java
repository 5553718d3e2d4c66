package dev.holdfast.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a level does in the compiler, as the head of the rules says. */
class LevelsTest {
  private static final Source SOURCE =
      new Source(
          "X.java",
          "class X {",
          "  static void leak() {} static void perhaps() {} static void hint() {}",
          "  void definite() { leak(); }",
          "  void possible() { perhaps(); }",
          "  void suggestion() { hint(); }",
          "}");

  private static List<String> with(String... flags) throws Exception {
    return Compiles.underErrorProne(List.of(flags), FlagsEveryCall.inEveryCompile(), SOURCE);
  }

  private static List<String> lines(String kind, int... lines) {
    return java.util.Arrays.stream(lines)
        .mapToObj(line -> kind + " " + line + " [UnclosedHttpResponse] Flagged. Mend it.")
        .toList();
  }

  @Test
  void onlyDefiniteFindingsSpeakByDefaultAndNoneIsAnError() throws Exception {
    assertEquals(lines("warning", 3), with());
  }

  @Test
  void switchedOnByNameEverythingSpeaks() throws Exception {
    assertEquals(lines("warning", 3, 4, 5), with("-Xep:UnclosedHttpResponse:WARN"));
    assertEquals(
        lines("warning", 3, 4, 5), with("-XepDisableAllChecks", "-Xep:UnclosedHttpResponse:WARN"));
  }

  @Test
  void theTeamMayMakeItAnError() throws Exception {
    assertEquals(lines("error", 3, 4, 5), with("-Xep:UnclosedHttpResponse:ERROR"));
  }

  @Test
  void switchedOffNothingSpeaks() throws Exception {
    assertEquals(List.of(), with("-Xep:UnclosedHttpResponse:OFF"));
    assertEquals(List.of(), with("-XepDisableAllChecks"));
  }

  @Test
  void anotherRuleSwitchedOnChangesNothing() throws Exception {
    assertEquals(lines("warning", 3), with("-Xep:DeeplyNestedMapAccess:WARN"));
  }

  @Test
  void byNameWithoutALevelMeansTheDefault() throws Exception {
    assertEquals(lines("warning", 3), with("-XepDisableAllChecks", "-Xep:UnclosedHttpResponse"));
  }
}

package dev.holdfast.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void nothingSetIsTheDefault() {
    assertEquals(Options.DEFAULT, Options.of(Map.of("NullAway:AnnotatedPackages", "app")));
  }

  @Test
  void readsWhatIsSet() {
    Options options =
        Options.of(
            Map.of(
                "Holdfast:MaxMapDepth", "3",
                "Holdfast:Stubs", "team.astub, more/of.astub",
                "Holdfast:Stats", "true"));
    assertEquals(new Options(3, List.of("team.astub", "more/of.astub"), true, List.of()), options);
  }

  @Test
  void aMisspeltOptionIsAskedBack() {
    assertEquals(
        List.of(
            "unknown option -XepOpt:Holdfast:Verbose; there are MaxMapDepth, Stats, Stubs",
            "unknown option -XepOpt:Holdfast:maxMapDept; did you mean Holdfast:MaxMapDepth?",
            "unknown option -XepOpt:Holdfast:stub; did you mean Holdfast:Stubs?"),
        Options.of(
                Map.of("Holdfast:Verbose", "3", "Holdfast:maxMapDept", "3", "Holdfast:stub", "x"))
            .problems());
  }

  @Test
  void aBadValueIsNamedAndTheRestCounts() {
    Options options =
        Options.of(
            Map.of(
                "Holdfast:MaxMapDepth", "zero",
                "Holdfast:Stats", "yes",
                "Holdfast:Stubs", "team.astub"));
    assertEquals(
        List.of(
            "-XepOpt:Holdfast:MaxMapDepth=zero: expected a whole number from 1 to 999",
            "-XepOpt:Holdfast:Stats=yes: expected true or false"),
        options.problems());
    assertEquals(List.of("team.astub"), options.stubs());
    assertEquals(Options.DEFAULT.maxMapDepth(), options.maxMapDepth());
  }

  @Test
  void depthHasAFloor() {
    for (String value : List.of("0", "-1", "", "1000", "2.5")) {
      assertTrue(Options.of(Map.of("Holdfast:MaxMapDepth", value)).problems().size() == 1, value);
    }
  }
}

package dev.holdfast.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.analysis.Settings;
import dev.holdfast.analysis.configuration.Configuration;
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
    Configuration read = options.configuration();
    assertEquals(3, read.settings().maxMapDepth());
    assertEquals(
        List.of("team.astub", "more/of.astub"),
        read.stubs().stream().map(stub -> stub.name()).toList());
    assertTrue(options.stats());
    assertEquals(List.of(), options.problems());
    assertEquals(List.of(), read.problems());
  }

  @Test
  void aMisspeltOptionIsAskedBack() {
    assertEquals(
        List.of(
            "unknown option -XepOpt:Holdfast:Verbose; there are MaxMapDepth, Scopes.process,"
                + " Scopes.request, Scopes.start, Stats, Stubs, Timeout, UntypedTrees",
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
    assertEquals(List.of("-XepOpt:Holdfast:Stats=yes: expected true or false"), options.problems());
    Configuration read = options.configuration();
    assertEquals(
        List.of("-XepOpt:Holdfast:MaxMapDepth=zero: expected a whole number from 1 to 999"),
        read.problems());
    assertEquals(1, read.stubs().size());
    assertEquals(Settings.DEFAULT, read.settings());
  }

  @Test
  void depthHasAFloor() {
    for (String value : List.of("0", "-1", "", "1000", "2.5")) {
      Options options = Options.of(Map.of("Holdfast:MaxMapDepth", value));
      assertEquals(1, options.configuration().problems().size(), value);
    }
  }
}

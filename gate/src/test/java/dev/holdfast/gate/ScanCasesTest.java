package dev.holdfast.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.cases.Case;
import dev.holdfast.cases.Cases;
import dev.holdfast.cases.Engine;
import dev.holdfast.cases.Expected;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The command with the real checks, all cases compiled together: finds what is marked, no more. */
final class ScanCasesTest {
  @Test
  void everyMarkedLineIsFound() throws Exception {
    Path cases = Cases.sources().resolve("dev/holdfast/cases");
    SortedSet<String> expected = new TreeSet<>();
    for (Case one : Cases.all()) {
      String file = cases.relativize(one.file()).toString().replace('\\', '/');
      for (Expected finding : one.expectedOf(Engine.SOURCE)) {
        if (!finding.possible()) {
          expected.add(file + ":" + finding.line() + " " + finding.rule());
        }
      }
    }
    Run run =
        Run.withChecks(
            cases,
            "scan",
            "--strict",
            "--json=-",
            "--classpath",
            System.getProperty("java.class.path"),
            ".");
    assertEquals(1, run.exitCode(), run.err());
    SortedSet<String> found = new TreeSet<>();
    JsonNode report = new ObjectMapper().readTree(run.out());
    for (JsonNode finding : report.path("findings")) {
      JsonNode place = finding.path("place");
      found.add(
          place.path("file").asText()
              + ":"
              + place.path("startLine").asInt()
              + " "
              + finding.path("rule").asText());
    }
    assertEquals(String.join("\n", expected), String.join("\n", found));
    assertTrue(report.at("/coverage/complete").asBoolean(), run.err());
  }
}

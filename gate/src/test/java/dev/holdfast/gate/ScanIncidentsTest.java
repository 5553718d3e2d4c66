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

/** The command with the real checks finds in each incident what is marked there, and no more. */
final class ScanIncidentsTest {
  @Test
  void everyIncidentIsFound() throws Exception {
    SortedSet<String> expected = new TreeSet<>();
    for (Case one : Cases.all()) {
      if (one.file().getParent().endsWith("incidents")) {
        int before = expected.size();
        for (Expected finding : one.expectedOf(Engine.SOURCE)) {
          if (!finding.possible()) {
            expected.add(one.file().getFileName() + ":" + finding.line() + " " + finding.rule());
          }
        }
        assertTrue(expected.size() > before, () -> "nothing marked in " + one);
      }
    }
    Path incidents = Cases.sources().resolve("dev/holdfast/cases/incidents");
    Run run =
        Run.withChecks(
            incidents,
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

package dev.holdfast.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JsonReportTest {
  @TempDir private Path folder;

  private JsonNode report() throws Exception {
    Sandbox sandbox = new Sandbox(folder);
    sandbox.javaFile("A.java", "", "open();\nleak(); // \u00e4 \"quoted\"");
    sandbox.write("B.java", "class B {\n  void f( {}\n}\n");
    sandbox.run("scan", "--json", "report.json", ".");
    return new ObjectMapper().readTree(folder.resolve("report.json").toFile());
  }

  @Test
  void findingCarriesPlacePathAndFingerprint() throws Exception {
    JsonNode report = report();
    assertEquals("holdfast", report.path("format").asText());
    assertEquals(1, report.path("formatVersion").asInt());
    JsonNode finding = report.at("/findings/0");
    assertEquals("UnclosedHttpResponse", finding.path("rule").asText());
    assertEquals("error", finding.path("level").asText());
    assertTrue(finding.path("definite").asBoolean());
    assertTrue(finding.path("fails").asBoolean());
    assertEquals("A.java", finding.at("/place/file").asText());
    assertEquals(4, finding.at("/place/startLine").asInt());
    assertEquals("com.acme.Gateway.fetch", finding.path("member").asText());
    assertEquals("opened here", finding.at("/path/0/text").asText());
    assertEquals(3, finding.at("/path/0/startLine").asInt());
    assertTrue(finding.path("fingerprint").asText().matches("[0-9a-f]{24}:1"));
  }

  @Test
  void coverageTellsWhatIsMissing() throws Exception {
    JsonNode coverage = report().path("coverage");
    assertFalse(coverage.path("complete").asBoolean());
    assertEquals(2, coverage.path("files").asInt());
    assertEquals("unparsed", coverage.at("/gaps/0/kind").asText());
    assertEquals("B.java", coverage.at("/gaps/0/file").asText());
    assertEquals(2, coverage.at("/gaps/0/line").asInt());
  }

  /** The page that describes the format names every member there is. */
  @Test
  void everyMemberIsDocumented() throws Exception {
    Path page = Path.of("..", "docs", "json-report.md");
    String text = java.nio.file.Files.readString(page);
    List<String> undocumented = new ArrayList<>();
    collect(report(), undocumented, text);
    assertEquals(List.of(), undocumented);
  }

  private static void collect(JsonNode node, List<String> undocumented, String page) {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!page.contains("`" + name + "`")) {
                undocumented.add(name);
              }
            });
    node.forEach(child -> collect(child, undocumented, page));
  }
}

package dev.holdfast.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports carry what mends a finding, in a form that others can apply. */
final class ReportedFixesTest {
  private static final String BEFORE =
      """
      import java.net.http.HttpClient;

      class A {
        HttpClient client() {
          return HttpClient.newBuilder()
              .build();
        }
      }
      """;

  private static final String AFTER =
      """
      import java.net.http.HttpClient;
      import java.time.Duration;

      class A {
        HttpClient client() {
          return HttpClient.newBuilder()
              .connectTimeout(Duration.ofSeconds(10))
              .build();
        }
      }
      """;

  @TempDir private Path folder;

  private JsonNode report(String option) throws Exception {
    Files.createDirectories(folder.resolve(".git"));
    Files.writeString(folder.resolve("A.java"), BEFORE);
    Run.withChecks(folder, "scan", option, "report", ".");
    return new ObjectMapper().readTree(folder.resolve("report").toFile());
  }

  @Test
  void jsonListsTheChanges() throws Exception {
    String mended = BEFORE;
    for (JsonNode change : report("--json").at("/findings/0/changes")) {
      mended = changed(mended, change, change.path("text").asText());
    }
    assertEquals(AFTER, mended);
  }

  @Test
  void sarifCarriesThemAsItsOwnFixes() throws Exception {
    JsonNode report = report("--sarif");
    try (InputStream schema =
        ReportedFixesTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      assertEquals(
          Set.of(),
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
              .getSchema(schema)
              .validate(report.toString(), InputFormat.JSON));
    }
    JsonNode file = report.at("/runs/0/results/0/fixes/0/artifactChanges/0");
    assertEquals("A.java", file.at("/artifactLocation/uri").asText());
    String mended = BEFORE;
    for (JsonNode one : file.path("replacements")) {
      String text = one.at("/insertedContent/text").asText();
      mended = changed(mended, one.path("deletedRegion"), text);
    }
    assertEquals(AFTER, mended);
  }

  /** Later places come first in these fixes, so that none of them moves another. */
  private static String changed(String source, JsonNode region, String text) {
    int start = offset(source, region.path("startLine").asInt(), region.path("startColumn"));
    int end = offset(source, region.path("endLine").asInt(), region.path("endColumn"));
    return source.substring(0, start) + text + source.substring(end);
  }

  private static int offset(String source, int line, JsonNode column) {
    List<String> before = source.lines().limit(line - 1).toList();
    return before.stream().mapToInt(one -> one.length() + 1).sum() + column.asInt() - 1;
  }
}

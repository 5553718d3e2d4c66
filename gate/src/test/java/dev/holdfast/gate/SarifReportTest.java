package dev.holdfast.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.holdfast.rulebook.Rule;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SarifReportTest {
  @TempDir private Path folder;
  private Sandbox sandbox;

  @BeforeEach
  void repository() throws Exception {
    sandbox = new Sandbox(folder);
    Files.createDirectories(folder.resolve(".git"));
  }

  private JsonNode report(String... more) throws Exception {
    Path file = folder.resolve("out/deep/report.sarif");
    String[] args = {"scan", "--all", "--sarif", "out/deep/report.sarif", "code"};
    sandbox.run(more.length == 0 ? args : more);
    return new ObjectMapper().readTree(file.toFile());
  }

  @Test
  void reportIsValidBySchema() throws Exception {
    sandbox.javaFile("code/A.java", "", "open(); leak(); suggest(); maybe();");
    sandbox.write("code/B.java", "class B { void f( { Missing m; m.call(); } }");
    JsonNode report = report();
    try (InputStream schema =
        SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      JsonSchema validator =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
      assertNotEquals(Set.of(), validator.validate("{}", InputFormat.JSON));
      assertEquals(Set.of(), validator.validate(report.toString(), InputFormat.JSON));
    }
    assertEquals(3, report.at("/runs/0/results").size());
  }

  @Test
  void resultHasWhatCodeScanningAsksFor() throws Exception {
    sandbox.javaFile("code/my app/A.java", "", "open();\nleak();");
    JsonNode run = report().at("/runs/0");
    JsonNode result = run.at("/results/0");
    assertEquals("UnclosedHttpResponse", result.path("ruleId").asText());
    assertEquals("error", result.path("level").asText());
    assertEquals("The result of leak is lost. Close it.", result.at("/message/text").asText());
    JsonNode place = result.at("/locations/0/physicalLocation");
    assertEquals("code/my%20app/A.java", place.at("/artifactLocation/uri").asText());
    assertEquals("SRCROOT", place.at("/artifactLocation/uriBaseId").asText());
    JsonNode region = place.path("region");
    assertEquals(4, region.path("startLine").asInt());
    assertEquals(1, region.path("startColumn").asInt());
    assertEquals(4, region.path("endLine").asInt());
    assertEquals(5, region.path("endColumn").asInt());
    JsonNode hops = result.at("/codeFlows/0/threadFlows/0/locations");
    assertEquals("opened here", hops.at("/0/location/message/text").asText());
    assertEquals(3, hops.at("/0/location/physicalLocation/region/startLine").asInt());
    assertEquals("lost here", hops.at("/1/location/message/text").asText());
    assertEquals(1, run.at("/invocations/0/exitCode").asInt());
  }

  @Test
  void eachRuleIsDescribed() throws Exception {
    sandbox.javaFile("code/A.java", "", "leak();");
    JsonNode rules = report().at("/runs/0/tool/driver/rules");
    assertEquals(Rule.values().length, rules.size());
    for (JsonNode rule : rules) {
      Rule known = Rule.named(rule.path("id").asText()).orElseThrow();
      assertEquals(known.summary(), rule.at("/shortDescription/text").asText());
      assertTrue(rule.at("/fullDescription/text").asText().length() <= 1024);
      assertTrue(rule.at("/help/markdown").asText().length() > 10);
      assertEquals("high", rule.at("/properties/precision").asText());
      assertTrue(rule.at("/properties/tags").toString().contains("external/cwe/cwe-"));
    }
    JsonNode result = report().at("/runs/0/results/0");
    int index = result.path("ruleIndex").asInt();
    assertEquals(result.path("ruleId"), rules.get(index).path("id"));
  }

  @Test
  void fingerprintSurvivesMovedLinesAndReformatting() throws Exception {
    sandbox.javaFile("code/A.java", "", "leak(); leak();");
    JsonNode before = report().at("/runs/0/results");
    sandbox.javaFile("code/A.java", "", "\n\n// first\nleak( ) ;\n\n  /* second */ leak();");
    JsonNode after = report().at("/runs/0/results");
    String path = "/partialFingerprints/primaryLocationLineHash";
    assertEquals(before.at("/0" + path), after.at("/0" + path));
    assertEquals(before.at("/1" + path), after.at("/1" + path));
    assertNotEquals(before.at("/0" + path), before.at("/1" + path));
  }

  @Test
  void gapsInTheCoverageAreNotified() throws Exception {
    sandbox.write("code/A.java", "class A {\n  Missing m;\n  void f() { m.call(); }\n}\n");
    JsonNode notifications = report().at("/runs/0/invocations/0/toolExecutionNotifications");
    assertEquals(
        "code/A.java uses types that are not on the class path",
        notifications.at("/0/message/text").asText());
    assertEquals("warning", notifications.at("/0/level").asText());
  }

  @Test
  void reportCanGoToStandardOutput() throws Exception {
    sandbox.javaFile("code/A.java", "", "leak();");
    Run run = sandbox.run("scan", "--sarif=-", "code");
    assertEquals("2.1.0", new ObjectMapper().readTree(run.out()).path("version").asText());
    assertTrue(run.err().contains("1 finding: 1 UnclosedHttpResponse"), run.err());
  }
}

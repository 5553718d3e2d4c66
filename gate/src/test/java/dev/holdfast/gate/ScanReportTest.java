package dev.holdfast.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScanReportTest {
  @TempDir private Path folder;
  private Sandbox sandbox;

  @BeforeEach
  void sandbox() {
    sandbox = new Sandbox(folder);
  }

  @Test
  void findingIsShownWithItsCodeAndItsPath() throws Exception {
    sandbox.javaFile("Gateway.java", "", "String s = open();\n\tleak();");
    Run run = sandbox.run("scan", "Gateway.java");
    assertEquals(1, run.exitCode());
    assertEquals(
        String.join(
            "\n",
            "error UnclosedHttpResponse  Gateway.java:4:2",
            "  The result of leak is lost",
            "",
            "  3 |     String s = open();",
            "  4 |     leak();",
            "    |     ^^^^",
            "  path:",
            "    3  opened here  String s = open();",
            "    4  lost here    leak();",
            "  fix:  close it",
            "  rule: docs/rules/UnclosedHttpResponse.md",
            "",
            "1 finding: 1 UnclosedHttpResponse"),
        run.out().lines().limit(13).reduce((a, b) -> a + "\n" + b).orElse(""));
  }

  @Test
  void lastLinesSayWhatWasLookedAt() throws Exception {
    sandbox.javaFile("Gateway.java", "", "");
    Run run = sandbox.run("scan", ".");
    assertEquals(0, run.exitCode());
    assertTrue(run.out().startsWith("no findings\n1 file, 12 lines; "), run.out());
    assertEquals("", run.err());
  }

  @Test
  void findingsAreSortedByFileAndLine() throws Exception {
    sandbox.javaFile("b/B.java", "b", "leak(); forever();");
    sandbox.javaFile("a/A.java", "a", "forever();\nleak();");
    Run run = sandbox.run("scan", ".");
    String places =
        run.out().lines().filter(line -> line.contains(".java:")).reduce("", (a, b) -> a + b + "|");
    assertEquals(
        "warning MissingHttpTimeout  a/A.java:5:5|error UnclosedHttpResponse  a/A.java:6:1|"
            + "error UnclosedHttpResponse  b/B.java:5:5|warning MissingHttpTimeout  b/B.java:5:13|",
        places);
    assertTrue(
        run.out().contains("4 findings: 2 UnclosedHttpResponse, 2 MissingHttpTimeout"), run.out());
  }

  @Test
  void possibleFindingsAndSuggestionsShowOnlyOnDemandAndNeverFail() throws Exception {
    sandbox.javaFile("Gateway.java", "", "maybe(); suggest();");
    Run quiet = sandbox.run("scan", ".");
    assertEquals(0, quiet.exitCode());
    assertTrue(
        quiet.out().contains("2 possible or suggested findings hidden; see --all"), quiet.out());
    Run all = sandbox.run("scan", "--all", ".");
    assertEquals(0, all.exitCode());
    assertTrue(all.out().contains("possible UnclosedHttpResponse  Gateway.java:3:5"), all.out());
    assertTrue(all.out().contains("suggestion UntypedJsonBinding  Gateway.java:3:14"), all.out());
  }

  @Test
  void oneRuleCanBeAskedFor() throws Exception {
    sandbox.javaFile("Gateway.java", "", "leak(); forever();");
    Run run = sandbox.run("scan", "--rule", "missinghttptimeout", ".");
    assertEquals(1, run.exitCode());
    assertTrue(run.out().contains("1 finding: 1 MissingHttpTimeout"), run.out());
    Run none = sandbox.run("scan", "--rule=PooledObjectEscapes", ".");
    assertEquals(0, none.exitCode());
  }

  @Test
  void unknownRuleIsRefusedWithASuggestion() throws Exception {
    sandbox.javaFile("Gateway.java", "", "");
    Run run = sandbox.run("scan", "--rule", "MisingHttpTimeout", ".");
    assertEquals(2, run.exitCode());
    assertEquals(
        "holdfast: --rule MisingHttpTimeout: no such rule; did you mean MissingHttpTimeout?\n",
        run.err());
  }

  @Test
  void printedFindingsCanBeLimitedButAllAreCounted() throws Exception {
    sandbox.javaFile("Gateway.java", "", "leak(); leak(); leak();");
    Run run = sandbox.run("scan", "--max", "1", ".");
    assertEquals(1, run.exitCode());
    assertTrue(run.out().contains("... and 2 more\n"), run.out());
    assertTrue(run.out().contains("3 findings: 3 UnclosedHttpResponse"), run.out());
  }

  @Test
  void coloursAreOffUnlessAskedForOrOnATerminal() throws Exception {
    sandbox.javaFile("Gateway.java", "", "leak();");
    assertFalse(sandbox.run("scan", ".").out().contains("\u001b["));
    assertTrue(sandbox.run("scan", "--color=always", ".").out().contains("\u001b[1;31merror"));
  }

  @Test
  void crashInOneFileLeavesTheFindingsOfTheOthers() throws Exception {
    sandbox.javaFile("a/A.java", "a", "crash();");
    sandbox.javaFile("b/B.java", "b", "leak();");
    Run run = sandbox.run("scan", ".");
    assertEquals(1, run.exitCode());
    assertTrue(run.out().contains("b/B.java:5:5"), run.out());
    assertTrue(run.out().contains("the analysis failed in 1 place"), run.out());
    assertTrue(
        run.out().contains("note: judging a/A.java: java.lang.IllegalStateException: asked to"),
        run.out());
    assertFalse(run.out().contains("\tat "), run.out());
    assertTrue(sandbox.run("scan", "--debug", ".").err().contains("\tat "));
  }

  @Test
  void strictFailsACleanScanThatCouldNotSeeEverything() throws Exception {
    sandbox.write("A.java", "class A { Missing m; void f() { m.call(); } }");
    assertEquals(0, sandbox.run("scan", ".").exitCode());
    assertEquals(3, sandbox.run("scan", "--strict", ".").exitCode());
    sandbox.javaFile("B.java", "", "leak();");
    assertEquals(1, sandbox.run("scan", "--strict", ".").exitCode());
  }
}

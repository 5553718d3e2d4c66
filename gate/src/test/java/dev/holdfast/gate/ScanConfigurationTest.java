package dev.holdfast.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a project's {@code holdfast.properties} and {@code --set} change in a scan. */
final class ScanConfigurationTest {
  private static final String DIGS =
      """
      package app;
      class App {
        interface Tree { Tree get(String key); }
        Object walk(Tree tree) {
          return tree.get("a").get("b").get("c");
        }
      }
      """;

  @TempDir private Path folder;
  private Sandbox sandbox;

  @BeforeEach
  void sandbox() throws Exception {
    sandbox = new Sandbox(folder);
    sandbox.write("one/src/app/App.java", DIGS);
  }

  private Run scan(String... more) {
    String[] args = new String[more.length + 2];
    args[0] = "scan";
    System.arraycopy(more, 0, args, 1, more.length);
    args[more.length + 1] = ".";
    return Run.withChecks(folder, args);
  }

  @Test
  void theFileOfTheProjectCounts() throws Exception {
    assertEquals(0, scan().exitCode());
    sandbox.write("holdfast.properties", "untypedTrees=app.App.Tree\n");
    assertTrue(scan().out().contains("App.java:5:35"), scan().out());
  }

  @Test
  void classFilesAreJudgedByIt() throws Exception {
    ToolProvider.findFirst("javac")
        .orElseThrow()
        .run(
            System.out,
            System.err,
            "-g",
            "-d",
            folder.resolve("two/classes").toString(),
            folder.resolve("one/src/app/App.java").toString());
    sandbox.write("two/holdfast.properties", "untypedTrees=app.App.Tree\n");
    Run run = Run.withChecks(folder.resolve("two"), "scan", "classes");
    assertTrue(run.out().contains("DeeplyNestedMapAccess"), run.out() + run.err());
  }

  @Test
  void whatIsSetOnTheCommandLineWins() throws Exception {
    sandbox.write("holdfast.properties", "untypedTrees=app.App.Tree\nmaxMapDepth=2\n");
    assertEquals(0, scan("--set", "maxMapDepth=3").exitCode());
    assertEquals(0, scan("--max-map-depth=3").exitCode());
    assertEquals(1, scan("--set", "timeout=3s").exitCode());
  }

  @Test
  void aMistakeInTheFileIsToldOnceAndTheRestIsScanned() throws Exception {
    sandbox.write("two/pom.xml", "");
    sandbox.write("two/src/main/java/app/Other.java", "package app; class Other {}");
    sandbox.write("holdfast.properties", "untypedTrees=app.App.Tree\nmaxdepth=2\n");
    Run run = scan();
    String error =
        "error: " + folder.toRealPath().resolve("holdfast.properties") + ":2: unknown key maxdepth";
    assertEquals(
        1, run.out().split(java.util.regex.Pattern.quote(error), -1).length - 1, run.out());
    assertTrue(run.out().contains("DeeplyNestedMapAccess"), run.out());
    assertEquals(1, run.exitCode());
  }

  @Test
  void aMistakeOnTheCommandLineIsWrongUsage() {
    Run run = scan("--set", "maxMapDept=3");
    assertEquals(2, run.exitCode());
    assertEquals(
        "holdfast: --set maxMapDept=3: unknown key maxMapDept; did you mean maxMapDepth?\n",
        run.err());
    assertEquals(
        "holdfast: --set timeout=x: expected a time like 500ms, 10s or 2m\n",
        scan("--set", "timeout=x").err());
    assertEquals("holdfast: --set timeout: expected KEY=VALUE\n", scan("--set", "timeout").err());
  }
}

package dev.holdfast.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a project's {@code holdfast.properties} changes in a compile under Error Prone. */
class ProjectFileTest {
  private static final String[] DIGS = {
    "package app;",
    "import java.util.Map;",
    "@SuppressWarnings(\"unchecked\") class App {",
    "  Object dig(Map<String, Map<String, Object>> m) {",
    "    return ((Map<String, Object>) m.get(\"a\").get(\"b\")).get(\"c\");",
    "  }",
    "  interface Tree { Tree get(String key); String getString(String key); Tree up(); }",
    "  String walk(Tree t) {",
    "    return t.get(\"a\").get(\"b\").getString(\"c\");",
    "  }",
    "}"
  };

  private static final String[] GROWS = {
    "package app;",
    "import java.util.*;",
    "class App {",
    "  @interface Kept {}",
    "  @interface OnStart {}",
    "  @Kept",
    "  static class Visits {",
    "    private final Map<String, String> byUser = new HashMap<>();",
    "    @OnStart",
    "    void visited(String page) {",
    "      byUser.put(UUID.randomUUID().toString(), page);",
    "    }",
    "    String last(String user) { return byUser.get(user); }",
    "  }",
    "}"
  };

  @TempDir Path folder;
  private Path configuration;

  @BeforeEach
  void place() {
    configuration = folder.resolve("holdfast.properties");
  }

  private List<String> compiled(String text, String[] source, String... flags) throws Exception {
    Files.writeString(configuration, text);
    Path file = folder.resolve("src/main/java/app/App.java");
    return Compiles.underErrorProne(List.of(flags), context -> {}, new Source(file, source));
  }

  private static List<String> rules(List<String> lines) {
    return lines.stream().map(line -> line.replaceFirst("].*", "]")).toList();
  }

  @Test
  void mapsMayBeDugAsDeepAsTheFileSays() throws Exception {
    assertEquals(List.of(), compiled("maxMapDepth=3\n", DIGS));
    assertEquals(
        List.of("warning 5 [DeeplyNestedMapAccess]"), rules(compiled("maxMapDepth=1\n", DIGS)));
  }

  @Test
  void flagsWin() throws Exception {
    assertEquals(List.of(), compiled("maxMapDepth=1\n", DIGS, "-XepOpt:Holdfast:MaxMapDepth=9"));
  }

  @Test
  void aTeamsTreesAreDugLikeMaps() throws Exception {
    assertEquals(
        List.of("warning 9 [DeeplyNestedMapAccess]"),
        rules(compiled("maxMapDepth=2\nuntypedTrees=app.App.Tree\n", DIGS)));
  }

  @Test
  void aTeamsScopesAreHeard() throws Exception {
    assertEquals(List.of(), compiled("", GROWS));
    assertEquals(
        List.of("warning 11 [EverGrowingMap]"),
        rules(compiled("scopes.process=app.App.Kept\n", GROWS)));
    assertEquals(
        List.of(), compiled("scopes.process=app.App.Kept\nscopes.start=app.App.OnStart\n", GROWS));
    assertEquals(
        List.of("warning 11 [EverGrowingMap]"),
        rules(compiled("", GROWS, "-XepOpt:Holdfast:Scopes.process=app.App.Kept")));
  }

  @Test
  void aTeamsLimitIsPartOfTheRemedy() throws Exception {
    String[] waits = {
      "package app;",
      "class App {",
      "  java.net.http.HttpClient client() {",
      "    return java.net.http.HttpClient.newHttpClient();",
      "  }",
      "}"
    };
    List<String> lines = compiled("timeout=3s\n", waits);
    assertEquals(1, lines.size(), lines::toString);
    assertTrue(
        lines.get(0).contains("this team lets nothing wait longer than 3 s."), lines::toString);
  }

  @Test
  void mistakesAreErrorsOfTheirLineAndHideNothing() throws Exception {
    assertEquals(
        List.of(
            "error " + configuration + ":2: unknown key maxMapDept; did you mean maxMapDepth?",
            "error " + configuration + ":3: timeout=soon: expected a time like 500ms, 10s or 2m",
            "warning 9 [DeeplyNestedMapAccess]"),
        rules(compiled("untypedTrees=app.App.Tree\nmaxMapDept=1\ntimeout=soon\n", DIGS)).stream()
            .sorted()
            .toList());
  }

  @Test
  void aFolderInItsPlaceIsOneError() throws Exception {
    Files.createDirectories(configuration);
    Path file = folder.resolve("App.java");
    assertEquals(
        List.of("error " + configuration + ": is a folder, not a file"),
        Compiles.underErrorProne(List.of(), context -> {}, new Source(file, DIGS)));
  }
}

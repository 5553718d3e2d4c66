package dev.holdfast.analysis.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.analysis.Settings;
import dev.holdfast.catalog.StubSource;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The project's file: where it is found, how it is read, and what is said of mistakes in it. */
class ConfigurationFileTest {
  @TempDir Path folder;

  private Path write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Configuration of(String text) throws Exception {
    write(ConfigurationFile.NAME, text);
    return Configuration.of(ConfigurationFile.above(folder), List.of());
  }

  /** Without the folder in front. */
  private List<String> problems(Configuration configuration) {
    return configuration.problems().stream()
        .map(problem -> problem.replace(folder + "/", ""))
        .collect(Collectors.toList());
  }

  private static int depth(ConfigurationFile file) {
    return Configuration.of(file, List.of()).settings().maxMapDepth();
  }

  @Test
  void nothingSetIsTheDefault() throws Exception {
    assertEquals(
        new Configuration(Settings.DEFAULT, List.of(), List.of()),
        of("# nothing\n\n! yet\n   \t\n"));
  }

  @Test
  void everyKeyIsHeard() throws Exception {
    Path stub = write("stubs/team.astub", "package a; class B { @Releases void c(); }");
    Configuration all =
        of(
            "maxMapDepth = 4\n"
                + "timeout: 1500ms\n"
                + "stubs=stubs/team.astub\n"
                + "untypedTrees=com.acme.Tree, com.acme.json.Node.Inner\n"
                + "scopes.process=com.acme.Singleton\n"
                + "scopes.request=com.acme.Endpoint\n"
                + "scopes.start=com.acme.Startup\n");
    assertEquals(List.of(), all.problems());
    assertEquals(4, all.settings().maxMapDepth());
    assertEquals(Duration.ofMillis(1500), all.settings().timeout());
    assertEquals(
        List.of(
            stub.toString(),
            "holdfast.properties (com.acme.Singleton)",
            "holdfast.properties (com.acme.Endpoint)",
            "holdfast.properties (com.acme.Startup)",
            "holdfast.properties (com.acme.Tree)",
            "holdfast.properties (com.acme.json.Node.Inner)"),
        all.stubs().stream().map(StubSource::name).toList());
    assertEquals(
        "package com.acme; @Lives(PROCESS) @interface Singleton { }", all.stubs().get(1).text());
    assertTrue(
        all.stubs().get(5).text().startsWith("package com.acme.json; class Node { @Untyped class"));
  }

  @Test
  void theNearestCounts() throws Exception {
    write("holdfast.properties", "maxMapDepth=3");
    write("module/holdfast.properties", "maxMapDepth=4");
    Path source = write("module/src/main/java/a/A.java", "class A {}");
    assertEquals(4, depth(ConfigurationFile.above(source)));
    assertEquals(4, depth(ConfigurationFile.above(source.toUri())));
    assertEquals(3, depth(ConfigurationFile.above(folder.resolve("other/src/B.java"))));
  }

  @Test
  void aJarBelongsWhereItLies() throws Exception {
    write("holdfast.properties", "maxMapDepth=3");
    URI inJar = URI.create("jar:" + folder.resolve("lib/a.jar").toUri() + "!/a/A.java");
    assertEquals(3, depth(ConfigurationFile.above(inJar)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mem:///a/A.java", "string:A", "jar:mem:///x.jar!/A.java", "file:a"})
  void whatLiesNowhereHasNone(String address) {
    assertEquals(ConfigurationFile.NONE, ConfigurationFile.above(URI.create(address)));
  }

  @Test
  void theSearchEndsAtTheTopOfTheRepository() throws Exception {
    write("holdfast.properties", "maxMapDepth=3");
    Files.createDirectories(folder.resolve("repository/.git"));
    Path source = folder.resolve("repository/src/A.java");
    assertEquals(ConfigurationFile.NONE, ConfigurationFile.above(source));
    write("repository/holdfast.properties", "maxMapDepth=5");
    assertEquals(5, depth(ConfigurationFile.above(source)));
  }

  @ParameterizedTest
  @CsvSource({
    "maxMapDept, '; did you mean maxMapDepth?'",
    "MaxMapDepth, '; did you mean maxMapDepth?'",
    "holdfast.maxMapDepth, '; did you mean maxMapDepth?'",
    "scope.process, '; did you mean scopes.process?'",
    "verbose, '; there are maxMapDepth, scopes.process, scopes.request, scopes.start, stubs,"
        + " timeout, untypedTrees'"
  })
  void anUnknownKeyIsAskedBackAndTheRestCounts(String key, String hint) throws Exception {
    Configuration read = of("# ours\n" + key + "=1\ntimeout=2s\n");
    assertEquals(List.of("holdfast.properties:2: unknown key " + key + hint), problems(read));
    assertEquals(Duration.ofSeconds(2), read.settings().timeout());
  }

  @ParameterizedTest
  @CsvSource({
    "maxMapDepth=0, maxMapDepth=0: expected a whole number from 1 to 999",
    "maxMapDepth=, maxMapDepth=: expected a whole number from 1 to 999",
    "maxMapDepth, maxMapDepth=: expected a whole number from 1 to 999",
    "timeout=10, 'timeout=10: expected a time like 500ms, 10s or 2m'",
    "timeout=0s, 'timeout=0s: expected a time like 500ms, 10s or 2m'",
    "untypedTrees=Tree, untypedTrees: Tree: expected the name of a class with its package",
    "untypedTrees=a..B, untypedTrees: a..B: expected the name of a class with its package",
    "scopes.start=a-b.C, scopes.start: a-b.C: expected the name of a class with its package",
    "scopes.start=a.B {}, scopes.start: a.B {}: expected the name of a class with its package",
    "timeout=\\u00g0s, Malformed \\uxxxx encoding."
  })
  void aBadValueIsNamedWithItsLineAndTheRestCounts(String line, String problem) throws Exception {
    write("team.astub", "package a; class B {}");
    Configuration read = of("\n\n" + line + "\nstubs=team.astub\n");
    assertEquals(List.of("holdfast.properties:3: " + problem), problems(read));
    assertEquals(1, read.stubs().size());
    assertEquals(Settings.DEFAULT, read.settings());
  }

  @Test
  void aKeySetTwiceIsToldAndTheLastCounts() throws Exception {
    Configuration read = of("timeout=1s\nmaxMapDepth=3\ntimeout=2s\n");
    assertEquals(
        List.of("holdfast.properties:3: timeout is set in line 1 already; what stands here counts"),
        problems(read));
    assertEquals(Duration.ofSeconds(2), read.settings().timeout());
  }

  @Test
  void stubsStartWhereTheFileIsAndMissingOnesAreNamed() throws Exception {
    write("here.astub", "package a; class B {}");
    Configuration read = of("stubs=here.astub, \\\n  gone/away.astub\n");
    assertEquals(
        List.of("holdfast.properties:1: stubs: there is no stub file gone/away.astub"),
        problems(read));
    assertEquals(1, read.stubs().size());
  }

  @Test
  void linesMayGoOnAndBeginWithAMark() throws Exception {
    Configuration read = of("\uFEFFmaxMapDepth = \\\r\n   7\r\n\r\ntimeout=3s");
    assertEquals(List.of(), read.problems());
    assertEquals(7, read.settings().maxMapDepth());
    assertEquals(Duration.ofSeconds(3), read.settings().timeout());
  }

  @Test
  void aLineThatIsNoTextIsNamedAndTheRestCounts() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("maxMapDepth=3\n".getBytes(StandardCharsets.UTF_8));
    bytes.write("# f\u00fcr uns\n".getBytes(StandardCharsets.ISO_8859_1));
    bytes.write("timeout=3s\n".getBytes(StandardCharsets.UTF_8));
    Files.write(folder.resolve(ConfigurationFile.NAME), bytes.toByteArray());
    Configuration read = Configuration.of(ConfigurationFile.above(folder), List.of());
    assertEquals(List.of("holdfast.properties:2: is no text in UTF-8"), problems(read));
    assertEquals(3, read.settings().maxMapDepth());
    assertEquals(Duration.ofSeconds(3), read.settings().timeout());
  }

  @Test
  void twoBytesACharacterIsOneProblem() throws Exception {
    Files.writeString(
        folder.resolve(ConfigurationFile.NAME),
        "maxMapDepth=3\ntimeout=3s\n",
        StandardCharsets.UTF_16BE);
    Configuration read = Configuration.of(ConfigurationFile.above(folder), List.of());
    assertEquals(List.of("holdfast.properties: is no text in UTF-8"), problems(read));
    assertEquals(Settings.DEFAULT, read.settings());
  }

  @Test
  void aFolderOfThatNameIsAProblem() throws Exception {
    Files.createDirectories(folder.resolve(ConfigurationFile.NAME));
    Configuration read = Configuration.of(ConfigurationFile.above(folder), List.of());
    assertEquals(List.of("holdfast.properties: is a folder, not a file"), problems(read));
  }

  @Test
  void flagsTakeThePlaceOfWhatTheFileSays() throws Exception {
    write(ConfigurationFile.NAME, "maxMapDepth=none\ntimeout=2s\nstubs=gone.astub\n");
    Configuration both =
        Configuration.of(
            ConfigurationFile.above(folder),
            List.of(
                Setting.flag(Key.MAX_MAP_DEPTH, "5", "--depth"),
                Setting.flag(Key.STUBS, "", "--stubs")));
    assertEquals(List.of(), both.problems());
    assertEquals(5, both.settings().maxMapDepth());
    assertEquals(Duration.ofSeconds(2), both.settings().timeout());
    assertEquals(List.of(), both.stubs());
  }
}

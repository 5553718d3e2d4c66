package dev.holdfast.spotbugs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.analysis.Settings;
import dev.holdfast.analysis.configuration.Configuration;
import dev.holdfast.analysis.configuration.ConfigurationFile;
import dev.holdfast.catalog.StubSource;
import edu.umd.cs.findbugs.SortedBugCollection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user may set, and what is said where it is set wrong. */
class PluginOptionsTest {
  private static final String STUBS = "holdfast.stubs";
  private static final String DEPTH = "holdfast.maxMapDepth";

  private static final Map<String, String> APP =
      Map.of(
          "app/App.java",
"""
          package app;
          import java.util.Map;
import java.util.Properties;
          class App {
            interface Line { void hangUp(); String ask(); }
            interface Phone { Line dial(); }
            String lost(Phone phone) { return phone.dial().ask(); }
            Object third(Map<String, Object> order) {
              Map<String, Object> customer = (Map<String, Object>) order.get("customer");
              Map<String, Object> address = (Map<String, Object>) customer.get("address");
              return address.get("city");
            }
          }
          """);

  @TempDir Path folder;

  @AfterEach
  void clear() {
    System.clearProperty(STUBS);
    System.clearProperty(DEPTH);
  }

  private SortedBugCollection analyze() throws Exception {
    return SpotBugs.analyze(Compiled.of(folder, APP));
  }

  private static List<String> types(SortedBugCollection collection) {
    return SpotBugs.bugs(collection).stream().map(bug -> bug.getType()).toList();
  }

  private static List<String> errors(SortedBugCollection collection) {
    return collection.getErrors().stream().map(error -> error.getMessage()).toList();
  }

  @Test
  void withoutAnyTheDefaultsHold() {
    Configuration options = PluginOptions.of(new Properties(), ConfigurationFile.NONE);
    assertEquals(Settings.DEFAULT, options.settings());
    assertEquals(List.<StubSource>of(), options.stubs());
    assertEquals(List.of(), options.problems());
  }

  @Test
  void aTeamsStubsAreHeard() throws Exception {
    Path stubs =
        Files.writeString(
            folder.resolve("team.astub"),
            """
            package app;
            class App {
              interface Phone { @Acquires(HTTP_RESPONSE) Line dial(); }
              interface Line { @Releases void hangUp(); String ask(); }
            }
            """);
    System.setProperty(STUBS, stubs.toString());
    SortedBugCollection collection = analyze();
    assertEquals(List.of(), errors(collection));
    assertEquals(
        List.of("HF_UNCLOSED_HTTP_RESPONSE", "HF_DEEPLY_NESTED_MAP_ACCESS"), types(collection));
  }

  @Test
  void stubsThatAreNotThereAreOneError() throws Exception {
    System.setProperty(STUBS, "no/such.astub");
    SortedBugCollection collection = analyze();
    List<String> errors = errors(collection);
    assertEquals(1, errors.size(), errors::toString);
    assertEquals(true, errors.get(0).contains("no/such.astub"), errors::toString);
    assertEquals(List.of("HF_DEEPLY_NESTED_MAP_ACCESS"), types(collection));
  }

  @Test
  void aMistakeInALibrarysOwnStubsIsOneErrorWithItsPlace() throws Exception {
    Path classes = Compiled.of(folder, APP);
    Path library = folder.resolve("library");
    Path stubs = library.resolve("META-INF/holdfast.astub");
    Files.createDirectories(stubs.getParent());
    Files.writeString(stubs, "package app;\nclass App {\n  @Aquires Object x();\n}\n");
    SortedBugCollection collection = SpotBugs.analyze(classes, library);
    assertEquals(
        List.of("Holdfast: " + stubs + ":3:3: unknown word @Aquires; did you mean @Acquires?"),
        errors(collection));
    assertEquals(List.of("HF_DEEPLY_NESTED_MAP_ACCESS"), types(collection));
  }

  @Test
  void aMisspeltPropertyIsAProblemAndThoseOfOthersAreNot() {
    Properties properties = new Properties();
    properties.setProperty("holdfast.stub", "team.astub");
    properties.setProperty("holdfast.maxmapdepth", "3");
    properties.setProperty("holdfast.home", "here");
    properties.setProperty("findbugs.home", "there");
    assertEquals(
        List.of(
            "-Dholdfast.maxmapdepth: there is no such property; did you mean holdfast.maxMapDepth?",
            "-Dholdfast.stub: there is no such property; did you mean holdfast.stubs?"),
        PluginOptions.of(properties, ConfigurationFile.NONE).problems());
  }

  @Test
  void mapsMayBeDugDeeperIfTheTeamSaysSo() throws Exception {
    System.setProperty(DEPTH, "3");
    assertEquals(List.of(), types(analyze()));
  }

  @Test
  void aProjectsFileIsHeardAndPropertiesWin() throws Exception {
    Path file = Files.writeString(folder.resolve("holdfast.properties"), "maxMapDepth=3\nstub=x\n");
    SortedBugCollection collection = analyze();
    assertEquals(List.of(), types(collection));
    assertEquals(
        List.of("Holdfast: " + file + ":2: unknown key stub; did you mean stubs?"),
        errors(collection));
    System.setProperty(DEPTH, "2");
    assertEquals(List.of("HF_DEEPLY_NESTED_MAP_ACCESS"), types(analyze()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"deep", "0", "-1", "2.5", "1000", ""})
  void aDepthThatIsNoneIsOneErrorAndTheDefaultHolds(String depth) throws Exception {
    System.setProperty(DEPTH, depth);
    SortedBugCollection collection = analyze();
    assertEquals(
        List.of(
            "Holdfast: -Dholdfast.maxMapDepth="
                + depth
                + ": expected a whole number from 1 to 999"),
        errors(collection));
    assertEquals(List.of("HF_DEEPLY_NESTED_MAP_ACCESS"), types(collection));
  }
}

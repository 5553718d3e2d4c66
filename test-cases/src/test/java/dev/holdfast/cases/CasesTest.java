package dev.holdfast.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.rulebook.Rule;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CasesTest {
  @TempDir Path folder;

  @Test
  void everyMarkerNamesARule() {
    Stream.concat(Cases.all().stream(), Cases.modern().stream())
        .forEach(
            file ->
                file.expected()
                    .forEach(
                        finding ->
                            assertTrue(
                                Rule.named(finding.rule()).isPresent(),
                                () -> file.name() + ":" + finding)));
  }

  @Test
  void everyIncidentHasAFinding() {
    List<Case> incidents =
        Cases.all().stream().filter(file -> file.file().toString().contains("incidents")).toList();
    assertTrue(incidents.size() >= 5, incidents.toString());
    incidents.forEach(incident -> assertTrue(!incident.expected().isEmpty(), incident::name));
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void ruleHasTenFlaggedShapes(Rule rule) {
    Set<String> only = Set.of(rule.ruleName());
    long flagged =
        named(rule.ruleName() + "Flagged")
            .flatMap(file -> file.expected().stream())
            .filter(finding -> only.contains(finding.rule()))
            .count();
    assertTrue(flagged >= 10, () -> rule.ruleName() + ": " + flagged);
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void ruleHasFourteenSilentShapes(Rule rule) {
    long silent = named(rule.ruleName() + "Silent").mapToLong(CasesTest::shapes).sum();
    assertTrue(silent >= 14, () -> rule.ruleName() + ": " + silent);
  }

  @Test
  void silentFilesExpectNothing() {
    Cases.all().stream()
        .filter(file -> file.name().replace("Silently", "").contains("Silent"))
        .forEach(file -> assertEquals(Set.of(), file.expected(), file::name));
  }

  @Test
  void markersAreReadFromLineEnds() throws IOException {
    Path file =
        write(
            "a(); // expect: One, Two",
            "b(); // possible: One",
            "c(); // expect@source: Two \u2014 raw types leave no signature",
            "d(); // nothing to see");
    assertEquals(
        Set.of(
            new Expected(1, "One", Engine.BOTH, false),
            new Expected(1, "Two", Engine.BOTH, false),
            new Expected(2, "One", Engine.BOTH, true),
            new Expected(3, "Two", Engine.SOURCE, false)),
        Markers.of(file));
  }

  @Test
  void brokenMarkerIsRefusedWithItsPlace() throws IOException {
    Path file = write("a();", "b(); // expect Rule: leak, of course");
    assertEquals(Set.of(), Markers.of(file), "prose is no marker");
    Path broken = write("a();", "b(); // expect: One; Two");
    String message =
        assertThrows(IllegalStateException.class, () -> Markers.of(broken)).getMessage();
    assertTrue(message.contains(broken + ":2"), message);
  }

  @Test
  void engineSeesWhatIsMeantForItAndForBoth() {
    Expected both = new Expected(1, "One", Engine.BOTH, false);
    Expected source = new Expected(2, "One", Engine.SOURCE, false);
    Case file = new Case(Path.of("A.java"), 17, Set.of(both, source));
    assertEquals(Set.of(both, source), file.expectedOf(Engine.SOURCE));
    assertEquals(Set.of(both), file.expectedOf(Engine.BYTECODE));
  }

  private static Stream<Case> named(String prefix) {
    return Cases.all().stream().filter(file -> file.name().startsWith(prefix));
  }

  /** Methods that are no mere helpers of others. */
  private static long shapes(Case file) {
    try {
      Class<?> edges = Class.forName("dev.holdfast.cases.edges." + file.name());
      return shapes(edges);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static long shapes(Class<?> type) {
    long own = Stream.of(type.getDeclaredMethods()).filter(CasesTest::isShape).count();
    return own + Stream.of(type.getDeclaredClasses()).mapToLong(CasesTest::shapes).sum();
  }

  private static boolean isShape(Method method) {
    return !method.isSynthetic() && !Modifier.isPrivate(method.getModifiers());
  }

  private Path write(String... lines) throws IOException {
    return Files.write(Files.createTempFile(folder, "Case", ".java"), List.of(lines));
  }
}

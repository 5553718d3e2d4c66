package dev.holdfast.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.rulebook.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void silentFilesExpectNothing() {
    Cases.all().stream()
        .filter(file -> file.name().contains("Silent"))
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

  private Path write(String... lines) throws IOException {
    return Files.write(Files.createTempFile(folder, "Case", ".java"), List.of(lines));
  }
}

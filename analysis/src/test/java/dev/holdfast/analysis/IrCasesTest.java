package dev.holdfast.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.catalog.Catalog;
import dev.holdfast.catalog.StubSource;
import dev.holdfast.rulebook.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every file {@code ir/MECHANISM/*.ir} has exactly the findings its markers say. All of them may
 * speak about the little library declared in {@code ir/library.types}; what its calls do is said in
 * {@code ir/library.astub}.
 */
final class IrCasesTest {
  private static final Path CASES = Path.of("src/test/resources/ir");

  private static final Catalog CATALOG =
      Catalog.with(StubSource.at(CASES.resolve("library.astub")), List.of());

  @TestFactory
  Stream<DynamicTest> findsWhatIsMarkedAndNothingElse() {
    return cases().stream().map(it -> DynamicTest.dynamicTest(it.toString(), () -> check(it)));
  }

  @Test
  void theLibraryIsWrittenWithoutMistakes() {
    assertEquals(List.of(), CATALOG.problems());
  }

  private static void check(IrCase it) throws IOException {
    assertTrue(it.saysWhatItShows(), "the first line says what the case shows");
    for (IrCase.Label marker : it.markers()) {
      assertTrue(Rule.named(marker.rule()).isPresent(), "a rule in " + marker);
    }
    String declarations = Files.readString(CASES.resolve("library.types"));
    assertEquals(it.expected(), it.found(declarations, CATALOG), it.toString());
  }

  private static List<IrCase> cases() {
    if (!Files.isDirectory(CASES)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(CASES)) {
      return files
          .filter(file -> file.toString().endsWith(".ir"))
          .sorted()
          .map(IrCase::read)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

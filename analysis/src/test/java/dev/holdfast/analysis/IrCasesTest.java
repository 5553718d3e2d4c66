package dev.holdfast.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every file under {@code ir/} has exactly the findings its markers say. */
final class IrCasesTest {
  private static final Path CASES = Path.of("src/test/resources/ir");

  @TestFactory
  Stream<DynamicTest> findsWhatIsMarkedAndNothingElse() {
    return cases().stream().map(it -> DynamicTest.dynamicTest(it.toString(), () -> check(it)));
  }

  private static void check(IrCase it) {
    assertTrue(it.saysWhatItShows(), "the first line says what the case shows");
    assertEquals(List.of(), it.unknownNames());
    assertEquals(String.join("\n", it.expected()), String.join("\n", it.found()));
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

package dev.holdfast.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known about libraries stands in stubs; code may name only what the language names. */
class NoLibraryNamesTest {
  private static final Pattern TYPE =
      Pattern.compile("\"([a-z]\\w*(?:[./][a-z]\\w*)+[./][A-Z][\\w$]*)[^\"./]*\"");

  private static final Set<String> BESIDE_THE_LANGUAGE =
      Set.of(
          "java.time.Duration", // the unit of every limit
          "java.util.Objects", // what the compiler calls for a null check
          "java.util.Collection", // what holds values, as an array of the language does
          "java.util.Iterator",
          "java.util.Map",
          "java.util.Set");

  @ParameterizedTest
  @ValueSource(strings = {"analysis", "checks"})
  void noTypeOfALibraryIsWrittenInRulesAndAnalyses(String module) throws Exception {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        for (String name : types(Files.readString(file))) {
          found.add(file.getFileName() + ": " + name);
        }
      }
    }
    assertEquals(List.of(), found, "belongs into a stub");
  }

  @Test
  void aTypeOfALibraryIsSeenHoweverItIsWritten() {
    assertEquals(
        List.of("okhttp3.internal.Call", "java.net.Socket"),
        types("a(\"okhttp3.internal.Call\", \"java.lang.String\", \"java/net/Socket\", \"x.y\")"));
  }

  private static List<String> types(String source) {
    List<String> types = new ArrayList<>();
    for (Matcher at = TYPE.matcher(source); at.find(); ) {
      String name = at.group(1).replace('/', '.');
      if (!name.startsWith("java.lang.")
          && !name.startsWith("dev.holdfast.")
          && !BESIDE_THE_LANGUAGE.contains(name)) {
        types.add(name);
      }
    }
    return types;
  }
}

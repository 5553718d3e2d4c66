package dev.holdfast.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.rulebook.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the README to the rulebook; with {@code -Dholdfast.update=true} it writes the table. */
final class ReadmeTest {
  private static final Path README = Path.of("..", "README.md");
  private static final String BEGIN =
      "<!-- rules: made from the rulebook, held by ReadmeTest -->\n";
  private static final String END = "<!-- end of rules -->";

  private static String table() {
    StringBuilder table = new StringBuilder("| rule | level | flags |\n|---|---|---|\n");
    for (Rule rule : Rule.values()) {
      table.append("| [").append(rule.ruleName()).append("](").append(rule.page()).append(") | ");
      table.append(rule.level().name().charAt(0)).append(" | ");
      table.append(rule.summary()).append(" |\n");
    }
    return table.toString();
  }

  @Test
  void tableOfRulesIsThatOfTheRulebook() throws Exception {
    String readme = Files.readString(README);
    int begin = readme.indexOf(BEGIN) + BEGIN.length();
    int end = readme.indexOf(END);
    assertTrue(begin >= BEGIN.length() && end >= begin, "the README has lost its markers");
    if (Boolean.getBoolean("holdfast.update")) {
      Files.writeString(README, readme.substring(0, begin) + table() + readme.substring(end));
      return;
    }
    assertEquals(
        table(), readme.substring(begin, end), "run this test with -Dholdfast.update=true");
  }

  @Test
  void readmeStaysShort() throws Exception {
    long lines =
        Files.readAllLines(README).stream().filter(line -> !line.startsWith("| [")).count();
    assertTrue(lines <= 200, () -> lines + " lines beside the rules");
  }
}

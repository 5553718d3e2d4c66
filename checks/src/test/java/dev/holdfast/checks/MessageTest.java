package dev.holdfast.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.Finding.Step;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.rulebook.Level;
import dev.holdfast.rulebook.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {
  private static final Site OPENED = Site.of("open", 12);

  private static String message(Step... steps) {
    return Message.of(
        new Finding(
            Rule.UNCLOSED_HTTP_RESPONSE,
            Level.ERROR,
            true,
            Compiles.body("m").method(),
            OPENED,
            "the response of Call.execute() in line 12 is not closed",
            "use try-with-resources",
            List.of(steps)));
  }

  @Test
  void saysWhatAndHowToMendIt() {
    assertEquals(
        "The response of Call.execute() in line 12 is not closed. Use try-with-resources.",
        message(new Step(OPENED, "acquired here")));
  }

  @Test
  void thePathIsALineOfItsOwnAndNamesEachLineOnce() {
    assertEquals(
        "The response of Call.execute() in line 12 is not closed. Use try-with-resources.\n"
            + "    path: line 12 acquired by Call.execute(); line 14 Reader.read() throws"
            + " IOException; the method ends",
        message(
            new Step(OPENED, "acquired by Call.execute()"),
            new Step(Site.of("read", 14), "Reader.read() throws IOException in line 14"),
            new Step(OPENED, "the method ends")));
  }

  @Test
  void aPathWithinOneLineGoesWithoutSaying() {
    assertEquals(
        "The response of Call.execute() in line 12 is not closed. Use try-with-resources.",
        message(new Step(OPENED, "acquired here"), new Step(OPENED, "dropped here")));
  }
}

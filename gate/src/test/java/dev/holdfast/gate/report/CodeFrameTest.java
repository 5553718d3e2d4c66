package dev.holdfast.gate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.gate.model.Place;
import dev.holdfast.gate.model.SourceFile;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CodeFrameTest {
  /** The frame of the text between two bars. */
  private static List<String> frame(String marked) {
    int start = marked.indexOf('|');
    int end = marked.indexOf('|', start + 1) - 1;
    SourceFile file =
        new SourceFile("A.java", URI.create("file:///A.java"), marked.replace("|", ""));
    return CodeFrame.of(new Place(file, file.region(start, end)), Style.PLAIN);
  }

  @Test
  void caretsStandUnderTheName() {
    assertEquals(
        List.of("1 | int a;", "2 | a = b.get(c);", "  |       ^^^"),
        frame("int a;\na = b.|get|(c);\n"));
  }

  @Test
  void tabsAreWidenedAlike() {
    assertEquals(List.of("1 |     x   y.get();", "  |           ^^^"), frame("\tx\ty.|get|();"));
  }

  @Test
  void wideCharactersTakeTwoColumns() {
    assertEquals(
        List.of("1 | f(\"\u6f22\u5b57\").get();", "  |           ^^^"),
        frame("f(\"\u6f22\u5b57\").|get|();"));
  }

  @Test
  void blankLineBeforeIsLeftOut() {
    assertEquals(List.of("2 | get();", "  | ^^^"), frame("\r\n|get|();\r\n"));
  }

  @Test
  void longLineIsCutAroundTheName() {
    List<String> frame = frame("x".repeat(500) + ".|get|();" + "y".repeat(500));
    String caret = frame.get(1);
    assertTrue(frame.get(0).length() <= 130, frame.get(0));
    int from = caret.indexOf('^');
    assertEquals("get", frame.get(0).substring(from, from + 3));
  }

  @Test
  void regionOverLinesIsMarkedToTheEndOfItsFirst() {
    assertEquals(List.of("1 | a.get(", "  |   ^^^^"), frame("a.|get(\nb)|;"));
  }

  @Test
  void controlCharactersDoNotReachTheTerminal() {
    assertEquals(List.of("1 | ?[31m get();", "  |       ^^^"), frame("\u001b[31m |get|();"));
  }
}

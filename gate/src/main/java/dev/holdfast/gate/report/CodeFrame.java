package dev.holdfast.gate.report;

import dev.holdfast.gate.model.Place;
import dev.holdfast.gate.model.Region;
import dev.holdfast.gate.model.SourceFile;
import java.util.List;

/** The code around a place, with a caret under what is meant. */
final class CodeFrame {
  private static final int BEFORE = 1;
  private static final int WIDTH = 120;
  private static final int TAB = 4;

  private CodeFrame() {}

  /** The lines of the frame: numbers, code, and the caret's line last. */
  static List<String> of(Place place, Style style) {
    SourceFile file = place.file();
    Region region = place.region();
    int last = region.startLine();
    int gutter = String.valueOf(last).length();
    java.util.ArrayList<String> lines = new java.util.ArrayList<>();
    String code = file.line(last);
    int start = Math.min(region.startColumn() - 1, code.length());
    int end =
        region.endLine() == last ? Math.min(region.endColumn() - 1, code.length()) : code.length();
    int from = width(code, start);
    int to = Math.max(from + 1, width(code, end));
    int shift = Math.max(0, to + TAB - WIDTH);
    for (int line = Math.max(1, last - BEFORE); line <= last; line++) {
      String text = window(expand(file.line(line)), shift);
      if (line == last || !text.isBlank()) {
        lines.add(style.dim(pad(String.valueOf(line), gutter) + " | ") + text);
      }
    }
    String caret = " ".repeat(Math.max(0, from - shift)) + "^".repeat(Math.min(to - from, WIDTH));
    lines.add(style.dim(" ".repeat(gutter) + " | ") + style.bold(caret));
    return lines;
  }

  /** One line of code for a station of the path. */
  static String line(Place place) {
    String code = expand(place.file().line(place.line())).strip();
    return code.length() > WIDTH ? code.substring(0, WIDTH - 3) + "..." : code;
  }

  private static String window(String text, int shift) {
    String shown = shift < text.length() ? text.substring(shift) : "";
    return shown.length() > WIDTH ? shown.substring(0, WIDTH - 3) + "..." : shown.stripTrailing();
  }

  static String pad(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  /** Tabs become spaces; what could steer a terminal becomes a question mark. */
  static String expand(String code) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '\t') {
        shown.append(" ".repeat(TAB - shown.length() % TAB));
      } else {
        shown.append(Character.isISOControl(c) ? '?' : c);
      }
    }
    return shown.toString();
  }

  /** How many columns of a terminal the first characters of a line take. */
  private static int width(String code, int characters) {
    String shown = expand(code.substring(0, characters));
    return (int)
        shown
            .codePoints()
            .mapToLong(
                point ->
                    switch (Character.getType(point)) {
                      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
                      default -> Character.isIdeographic(point) ? 2 : 1;
                    })
            .sum();
  }
}

package dev.holdfast.gate.model;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The text of one Java file, with its names and its lines; or the names of a class file. */
public final class SourceFile {
  private final String display;
  private final URI uri;
  private final String text;
  private final int[] lineStarts;
  private final boolean isText;

  /**
   * @param display its path as the user would write it
   * @param uri where it is
   */
  public SourceFile(String display, URI uri, String text) {
    this(display, uri, text, true);
  }

  private SourceFile(String display, URI uri, String text, boolean isText) {
    this.display = display;
    this.uri = uri;
    this.text = text;
    this.lineStarts = lineStarts(text);
    this.isText = isText;
  }

  /** A class file: it has names, and no lines to show. */
  public static SourceFile compiled(String display, URI uri) {
    return new SourceFile(display, uri, "", false);
  }

  /** Whether there are lines to show; of a class file alone there are none. */
  public boolean isText() {
    return isText;
  }

  public String display() {
    return display;
  }

  public URI uri() {
    return uri;
  }

  public String text() {
    return text;
  }

  /** How many lines it has; a last line without a line end counts. */
  public int lineCount() {
    int last = lineStarts[lineStarts.length - 1];
    return last == text.length() ? lineStarts.length - 1 : lineStarts.length;
  }

  /** A line without its end, "" beyond the last. */
  public String line(int line) {
    if (line < 1 || line > lineStarts.length) {
      return "";
    }
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  /** The region between two offsets; offsets outside the text are pulled to its ends. */
  public Region region(int startOffset, int endOffset) {
    int start = Math.max(0, Math.min(startOffset, text.length()));
    int end = Math.max(start, Math.min(endOffset, text.length()));
    int startLine = lineAt(start);
    int endLine = lineAt(end);
    return new Region(
        startLine,
        start - lineStarts[startLine - 1] + 1,
        endLine,
        end - lineStarts[endLine - 1] + 1);
  }

  /** The code of a line, without the white space around it. */
  public Region lineRegion(int line) {
    int known = Math.max(1, Math.min(line, lineStarts.length));
    String code = line(known);
    int indent = code.length() - code.stripLeading().length();
    return new Region(
        known, indent + 1, known, Math.max(indent, code.stripTrailing().length()) + 1);
  }

  private int lineAt(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private static int[] lineStarts(String text) {
    List<Integer> starts = new ArrayList<>();
    starts.add(0);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
        starts.add(i + 1);
      }
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public String toString() {
    return display;
  }
}

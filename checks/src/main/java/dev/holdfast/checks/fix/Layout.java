package dev.holdfast.checks.fix;

/** How the text of a file is laid out, so that what is added looks like what is there. */
record Layout(String text) {
  private static final int WIDTH = 100;

  String lineBreak() {
    int first = text.indexOf('\n');
    return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }

  /** Start of the line that has this position. */
  int lineStart(int position) {
    return text.lastIndexOf('\n', position - 1) + 1;
  }

  /** The line break that ends the line of this position, or the end of the file. */
  int lineEnd(int position) {
    int end = text.indexOf('\n', position);
    if (end < 0) {
      return text.length();
    }
    return end > position && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** Start of the line after the one of this position. */
  int nextLine(int position) {
    int end = text.indexOf('\n', position);
    return end < 0 ? text.length() : end + 1;
  }

  /** White space before the first character of the line. */
  String indent(int position) {
    int start = lineStart(position);
    int end = start;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }

  boolean isFirstOnLine(int position) {
    return text.substring(lineStart(position), position).isBlank();
  }

  /** Whether a line stays readable with some more characters in it; a comment behind it may not. */
  boolean fits(int position, int more) {
    int start = lineStart(position);
    String line = text.substring(start, lineEnd(position)).replaceFirst("\\s*//.*", "");
    return line.length() + more <= WIDTH;
  }

  /** Indentation of a line that goes on with the one of this position. */
  String continued(int position) {
    String indent = indent(position);
    return indent + (indent.startsWith("\t") ? "\t\t" : "    ");
  }

  boolean isLastOnLine(int position) {
    return text.substring(position, lineEnd(position)).isBlank();
  }

  /** All lines but the first further in; blank ones stay as they are. */
  static String shifted(String lines, String by) {
    StringBuilder shifted = new StringBuilder(lines.length() + 64);
    int start = 0;
    while (start < lines.length()) {
      int next = lines.indexOf('\n', start) + 1;
      int end = next == 0 ? lines.length() : next;
      String line = lines.substring(start, end);
      shifted.append(start == 0 || line.isBlank() ? "" : by).append(line);
      start = end;
    }
    return shifted.toString();
  }
}

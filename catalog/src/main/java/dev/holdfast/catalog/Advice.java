package dev.holdfast.catalog;

/** Turns the Javadoc of a stub into the plain sentence that is printed with a finding. */
final class Advice {
  private Advice() {}

  /** The text up to the first block tag, on one line and without markup; "" for null. */
  static String of(String doc) {
    if (doc == null) {
      return "";
    }
    StringBuilder text = new StringBuilder(doc.length());
    int at = 3;
    int end = doc.length() - 2;
    boolean lineStart = true;
    int inline = 0;
    while (at < end) {
      char c = doc.charAt(at);
      if (c == '\n') {
        lineStart = true;
        blank(text);
      } else if (c <= ' ') {
        blank(text);
      } else if (lineStart && c == '*') {
        blank(text);
      } else if (lineStart && c == '@') {
        break;
      } else {
        lineStart = false;
        if (c == '{' && at + 1 < end && doc.charAt(at + 1) == '@') {
          inline++;
          at = skipTag(doc, at + 2, end);
        } else if (c == '}' && inline > 0) {
          inline--;
        } else if (c == '<' && inline == 0 && isMarkup(doc, at, end)) {
          at = doc.indexOf('>', at);
          blank(text);
        } else {
          text.append(c);
        }
      }
      at++;
    }
    return text.toString().trim();
  }

  private static void blank(StringBuilder text) {
    if (text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
      text.append(' ');
    }
  }

  /** Position of the blank behind the name of an inline tag. */
  private static int skipTag(String doc, int at, int end) {
    while (at < end && doc.charAt(at) > ' ' && doc.charAt(at) != '}') {
      at++;
    }
    return at < end && doc.charAt(at) == '}' ? at - 1 : at;
  }

  private static boolean isMarkup(String doc, int at, int end) {
    int close = doc.indexOf('>', at);
    return close > 0
        && close < end
        && (Character.isLetter(doc.charAt(at + 1)) || doc.charAt(at + 1) == '/');
  }
}

package dev.holdfast.catalog;

/**
 * Cuts Java-like text into tokens, one at a time. It never throws: what cannot be read becomes a
 * {@link #BAD} token, so that a reader can go on behind it.
 *
 * <p>Plain loops over a char array on purpose: it runs once, cold, in every compiler process.
 */
final class Lexer {
  /** Kinds of tokens; every other kind is the character of a one-character symbol. */
  static final char NAME = 'a';

  static final char TEXT = '"';
  static final char NUMBER = '0';
  static final char ELLIPSIS = 'e';
  static final char BAD = 'b';
  static final char END = 0;

  /** For each ASCII character: 1 where a name may go on with it, 2 where it may start. */
  private static final byte[] NAMES = new byte[128];

  static {
    for (char c = 0; c < NAMES.length; c++) {
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$';
      NAMES[c] = (byte) (letter ? 2 : c >= '0' && c <= '9' ? 1 : 0);
    }
  }

  private final String source;
  private final char[] chars;
  private int at;
  private int lineStart;
  private int currentLine = 1;
  private int docStart = -1;
  private int docEnd;
  private int start;

  private char kind = END;
  private String text = "";
  private int line = 1;
  private int column = 1;
  private int endLine = 1;
  private int endColumn = 1;
  private int braces;
  private int parentheses;

  Lexer(String source) {
    this.source = source;
    chars = source.toCharArray();
    at = chars.length > 0 && chars[0] == '\uFEFF' ? 1 : 0;
    next();
  }

  char kind() {
    return kind;
  }

  /** The name, the value of the text or number, or what is wrong with a bad token. */
  String text() {
    return text;
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }

  /** Line in which the token before the current one ends. */
  int endLine() {
    return endLine;
  }

  /** Column behind the token before the current one. */
  int endColumn() {
    return endColumn;
  }

  /** Braces open in front of the current token. */
  int braces() {
    return braces;
  }

  /** Parentheses open in front of the current token, since the last reset. */
  int parentheses() {
    return parentheses;
  }

  void resetParentheses() {
    parentheses = 0;
  }

  /** Takes deeper braces for closed. */
  void resetBraces(int depth) {
    braces = depth;
  }

  boolean isName(String name) {
    return kind == NAME && text.equals(name);
  }

  /** Whether the current token is a name that no type has by convention. */
  boolean mayBeKeyword() {
    return kind == NAME && text.charAt(0) >= 'a';
  }

  /** The Javadoc comment right before the current token, raw, or null. */
  String doc() {
    return docStart < 0 ? null : source.substring(docStart, docEnd);
  }

  /** How the current token looks in a message. */
  String found() {
    switch (kind) {
      case END:
        return "the end of the file";
      case TEXT:
        return "\"" + text + "\"";
      case NAME:
      case NUMBER:
        return "'" + text + "'";
      case ELLIPSIS:
        return "'...'";
      default:
        return "'" + kind + "'";
    }
  }

  void next() {
    leave();
    skipBlanks();
    line = currentLine;
    column = at - lineStart + 1;
    start = at;
    if (at >= chars.length) {
      kind = END;
      text = "";
      return;
    }
    char c = chars[at];
    if (c < 128 ? NAMES[c] == 2 : Character.isJavaIdentifierStart(c)) {
      name();
    } else if (c >= '0' && c <= '9') {
      number();
    } else if (c == '"') {
      quoted();
    } else if (c == '\'') {
      character();
    } else if (c == '.' && looksAt("...")) {
      kind = ELLIPSIS;
      at += 3;
    } else {
      kind = c;
      at++;
    }
  }

  private void leave() {
    if (start < at) {
      endLine = currentLine;
      endColumn = at - lineStart + 1;
    }
    switch (kind) {
      case '{':
        braces++;
        break;
      case '}':
        braces--;
        break;
      case '(':
        parentheses++;
        break;
      case ')':
        parentheses--;
        break;
      default:
    }
  }

  private void skipBlanks() {
    docStart = -1;
    int end = chars.length;
    int i = at;
    while (i < end) {
      char c = chars[i];
      if (c == '\n') {
        i++;
        currentLine++;
        lineStart = i;
      } else if (c <= ' ') {
        i++;
      } else if (c != '/' || i + 1 == end) {
        break;
      } else if (chars[i + 1] == '/') {
        while (i < end && chars[i] != '\n') {
          i++;
        }
      } else if (chars[i + 1] == '*') {
        i = comment(i);
      } else {
        break;
      }
    }
    at = i;
  }

  /** Position behind the comment that starts here. */
  private int comment(int from) {
    int last = chars.length - 1;
    int i = from + 2;
    while (i < last && (chars[i] != '*' || chars[i + 1] != '/')) {
      if (chars[i] == '\n') {
        currentLine++;
        lineStart = i + 1;
      }
      i++;
    }
    int behind = Math.min(i + 2, chars.length);
    if (behind - from > 4 && chars[from + 2] == '*') {
      docStart = from;
      docEnd = behind;
    }
    return behind;
  }

  private boolean looksAt(String symbol) {
    if (at + symbol.length() > chars.length) {
      return false;
    }
    for (int i = 0; i < symbol.length(); i++) {
      if (chars[at + i] != symbol.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void name() {
    int end = chars.length;
    int i = at + 1;
    while (i < end) {
      char c = chars[i];
      if (c < 128 ? NAMES[c] == 0 : !Character.isJavaIdentifierPart(c)) {
        break;
      }
      i++;
    }
    kind = NAME;
    text = source.substring(at, i);
    at = i;
  }

  private void number() {
    int from = at++;
    while (at < chars.length && (Character.isLetterOrDigit(chars[at]) || chars[at] == '_')) {
      at++;
    }
    if (at + 1 < chars.length && chars[at] == '.' && Character.isDigit(chars[at + 1])) {
      at++;
      while (at < chars.length && Character.isLetterOrDigit(chars[at])) {
        at++;
      }
    }
    kind = NUMBER;
    text = source.substring(from, at);
  }

  private void quoted() {
    if (looksAt("\"\"\"")) {
      textBlock();
      return;
    }
    int from = ++at;
    boolean escaped = false;
    while (at < chars.length && chars[at] != '"' && chars[at] != '\n') {
      if (chars[at] == '\\') {
        escaped = true;
        at++;
      }
      at++;
    }
    if (at >= chars.length || chars[at] != '"') {
      at = Math.min(at, chars.length);
      bad("the text is not closed with '\"' in its line");
      return;
    }
    kind = TEXT;
    text = escaped ? unescaped(from, at) : source.substring(from, at);
    at++;
  }

  private void textBlock() {
    at += 3;
    int from = at;
    while (at < chars.length && !looksAt("\"\"\"")) {
      if (chars[at] == '\\') {
        at++;
      }
      if (at < chars.length && chars[at] == '\n') {
        currentLine++;
        lineStart = at + 1;
      }
      at++;
    }
    if (at >= chars.length) {
      at = chars.length;
      bad("the text block is not closed");
      return;
    }
    kind = TEXT;
    text = source.substring(from, at).strip();
    at += 3;
  }

  private void character() {
    int from = ++at;
    while (at < chars.length && chars[at] != '\'' && chars[at] != '\n') {
      at += chars[at] == '\\' ? 2 : 1;
    }
    if (at >= chars.length || chars[at] != '\'') {
      at = Math.min(at, chars.length);
      bad("the character is not closed with '''");
      return;
    }
    kind = TEXT;
    text = unescaped(from, at);
    at++;
  }

  private String unescaped(int from, int to) {
    StringBuilder plain = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = chars[i];
      if (c == '\\' && i + 1 < to) {
        c = chars[++i];
        c = c == 'n' ? '\n' : c == 't' ? '\t' : c;
      }
      plain.append(c);
    }
    return plain.toString();
  }

  private void bad(String why) {
    kind = BAD;
    text = why;
  }
}

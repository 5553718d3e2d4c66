package dev.holdfast.analysis.ir.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of text as tokens, with a cursor; comments are gone. */
final class Line {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(//.*)"
              + "|(`(?:[^`\\\\]|\\\\(?!u)[^\\n]|\\\\u[0-9a-fA-F]{4})*`|\"(?:[^\"\\\\]|\\\\(?!u)[^\\n]|\\\\u[0-9a-fA-F]{4})*\")"
              + "|(-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?[LfFdD]?|-Infinityf?)"
              + "|((?<=\\.)<(?:cl)?init>)"
              + "|(\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)"
              + "|(->|[=!>]=|[-(){},:.=@#<>\\[\\]?~&]))");

  private final String source;
  private final int number;
  private final List<String> tokens = new ArrayList<>();
  private int at;

  Line(String source, int number, String text) {
    this.source = source;
    this.number = number;
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.region(end, text.length()).useTransparentBounds(true).lookingAt()) {
      end = matcher.end();
      if (matcher.group(1) == null) {
        tokens.add(matcher.group().strip());
      }
    }
    if (!text.substring(end).isBlank()) {
      throw error("cannot read '" + text.substring(end).strip() + "'");
    }
  }

  String source() {
    return source;
  }

  int number() {
    return number;
  }

  boolean atEnd() {
    return at == tokens.size();
  }

  /** The token {@code ahead} places on, or "" beyond the end. */
  String peek(int ahead) {
    return at + ahead < tokens.size() ? tokens.get(at + ahead) : "";
  }

  boolean sees(String token) {
    return peek(0).equals(token);
  }

  /** The next token, or "" where a tilde tells that it is the name of a register. */
  String keyword() {
    return peek(1).equals("~") ? "" : peek(0);
  }

  /** Takes the token if it is next. */
  boolean takes(String token) {
    if (sees(token)) {
      at++;
      return true;
    }
    return false;
  }

  String take() {
    return atEnd() ? "" : tokens.get(at++);
  }

  void expect(String token) {
    if (!takes(token)) {
      throw expected("'" + token + "'");
    }
  }

  void expectEnd() {
    if (!atEnd()) {
      throw expected("end of line");
    }
  }

  boolean seesName() {
    String token = peek(0);
    return !token.isEmpty()
        && (token.charAt(0) == '`' || Character.isJavaIdentifierStart(token.charAt(0)));
  }

  /** An identifier, or whatever stands between backquotes. */
  String name(String what) {
    if (!seesName()) {
      throw expected(what);
    }
    String token = take();
    return token.charAt(0) == '`' ? Spelling.unquoted(token) : token;
  }

  /** An int. */
  int number(String what) {
    try {
      int value = Integer.parseInt(peek(0));
      at++;
      return value;
    } catch (NumberFormatException notOne) {
      throw expected(what);
    }
  }

  /** Components of a qualified name; the last may be {@code <init>}. */
  List<String> qualified(String what) {
    List<String> parts = new ArrayList<>();
    parts.add(name(what));
    while (takes(".")) {
      parts.add(sees("<init>") || sees("<clinit>") ? take() : name("a name after '.'"));
    }
    return parts;
  }

  IrSyntaxException expected(String what) {
    return error("expected " + what + ", found " + (atEnd() ? "end of line" : "'" + peek(0) + "'"));
  }

  IrSyntaxException error(String message) {
    return new IrSyntaxException(source, number, message);
  }
}

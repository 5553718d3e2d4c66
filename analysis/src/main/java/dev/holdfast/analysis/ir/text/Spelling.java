package dev.holdfast.analysis.ir.text;

import dev.holdfast.analysis.ir.Edge;
import java.util.Locale;
import java.util.Set;

/** How names, types and literals are spelt so that the parser reads back what was printed. */
final class Spelling {
  /** Words that would be read as syntax where a register may stand. */
  private static final Set<String> RESERVED =
      Set.of(
          "with",
          "on",
          "of",
          "as",
          "captures",
          "implicit",
          "iteration",
          "not",
          "nonnull",
          "halt",
          "raise",
          "rethrow",
          "local",
          "entry",
          "receiver",
          "method",
          "field",
          "exit",
          "release",
          "import",
          "class",
          "interface",
          "if");

  private Spelling() {}

  /** How an int is compared. */
  static String comparison(Edge.Test.Is is) {
    return switch (is) {
      case EQUAL -> "==";
      case NOT_EQUAL -> "!=";
      case LESS -> "<";
      case AT_LEAST -> ">=";
      default -> throw new IllegalArgumentException("not a comparison: " + is);
    };
  }

  static boolean isReserved(String word) {
    return RESERVED.contains(word);
  }

  /** Whether a name needs no quotes. */
  static boolean isPlain(String name) {
    if (name.isEmpty() || !Character.isJavaIdentifierStart(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      if (!Character.isJavaIdentifierPart(name.charAt(i))
          || Character.isIdentifierIgnorable(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** A member name or one component of a qualified name. */
  static String name(String name) {
    return isPlain(name) ? name : quoted(name, '`');
  }

  /** A member name after its owner: constructors and initialisers are written as the JVM does. */
  static String member(String name) {
    return name.equals("<init>") || name.equals("<clinit>") ? name : name(name);
  }

  /** A binary name with dots; arrays keep their brackets. */
  static String qualified(String name) {
    if (name.endsWith("[]")) {
      return qualified(name.substring(0, name.length() - 2)) + "[]";
    }
    StringBuilder text = new StringBuilder();
    for (String part : name.split("\\.", -1)) {
      text.append(text.isEmpty() ? "" : ".").append(name(part));
    }
    return text.toString();
  }

  /** A static type: as it is where the parser reads it back unchanged, else quoted. */
  static String type(String type) {
    try {
      Line line = new Line("", 0, type);
      if (TypeGrammar.read(line, Imports.NONE).equals(type) && line.atEnd()) {
        return type;
      }
    } catch (IrSyntaxException notPlain) {
      // an intersection, a captured type variable, an annotated type
    }
    return quoted(type, '`');
  }

  static String quoted(String text, char quote) {
    StringBuilder out = new StringBuilder().append(quote);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c >= ' ' && c < 0x7f) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return out.append(quote).toString();
  }

  static String unquoted(String quoted) {
    StringBuilder out = new StringBuilder();
    for (int i = 1; i < quoted.length() - 1; i++) {
      char c = quoted.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      c = quoted.charAt(++i);
      switch (c) {
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case 'r' -> out.append('\r');
        case 'u' -> {
          out.append((char) Integer.parseInt(quoted.substring(i + 1, i + 5), 16));
          i += 4;
        }
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}

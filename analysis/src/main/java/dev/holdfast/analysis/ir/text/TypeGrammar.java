package dev.holdfast.analysis.ir.text;

import java.util.List;

/** Reads types: erased ones in references, ones with type arguments for registers and results. */
final class TypeGrammar {
  private TypeGrammar() {}

  /** A type as Java writes it, with short names resolved and no blanks but in wildcards. */
  static String read(Line line, Imports imports) {
    if (line.peek(0).startsWith("`") && !line.peek(1).equals(".")) {
      return line.name("a type");
    }
    StringBuilder type = new StringBuilder(erased(line, imports));
    if (line.takes("<")) {
      type.append('<');
      do {
        type.append(type.charAt(type.length() - 1) == '<' ? "" : ",");
        type.append(argument(line, imports));
      } while (line.takes(","));
      line.expect(">");
      type.append('>');
      brackets(line, type);
    }
    return type.toString();
  }

  /** A binary name, {@code int}, or an array of either. */
  static String erased(Line line, Imports imports) {
    List<String> parts = line.qualified("a type");
    StringBuilder type =
        new StringBuilder(
            parts.size() == 1 ? imports.resolve(parts.get(0)) : String.join(".", parts));
    brackets(line, type);
    return type.toString();
  }

  /** The erasure of a type without type variables. */
  static String erasure(String type) {
    int open = type.indexOf('<');
    return open < 0 ? type : type.substring(0, open) + type.substring(type.lastIndexOf('>') + 1);
  }

  private static String argument(Line line, Imports imports) {
    if (!line.takes("?")) {
      return read(line, imports);
    }
    if (line.takes("extends")) {
      return "? extends " + read(line, imports);
    }
    return line.takes("super") ? "? super " + read(line, imports) : "?";
  }

  private static void brackets(Line line, StringBuilder type) {
    while (line.takes("[")) {
      line.expect("]");
      type.append("[]");
    }
  }
}

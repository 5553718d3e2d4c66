package dev.holdfast.analysis.ir.text;

import dev.holdfast.analysis.ir.Op;

/** Constants as text. */
final class Literal {
  private Literal() {}

  static String print(Object value) {
    if (value instanceof String text) {
      return Spelling.quoted(text, '"');
    } else if (value instanceof Op.TypeConstant constant) {
      return "class " + Spelling.qualified(constant.type());
    } else if (value instanceof Long) {
      return value + "L";
    } else if (value instanceof Float) {
      return value + "f";
    }
    return String.valueOf(value);
  }

  static Object read(Line line, Imports imports) {
    String token = line.peek(0);
    if (token.startsWith("\"")) {
      return Spelling.unquoted(line.take());
    }
    switch (token) {
      case "null", "true", "false", "class", "NaN", "NaNf", "Infinity", "Infinityf" -> line.take();
      default -> {
        if (token.isEmpty() || "-0123456789".indexOf(token.charAt(0)) < 0 || token.equals("->")) {
          throw line.expected("null, true, false, a number, a string or 'class'");
        }
        line.take();
      }
    }
    try {
      return switch (token) {
        case "null" -> null;
        case "true" -> true;
        case "false" -> false;
        case "class" -> new Op.TypeConstant(TypeGrammar.erased(line, imports));
        default -> number(token);
      };
    } catch (NumberFormatException tooLarge) {
      throw line.error("'" + token + "' is no number of that type");
    }
  }

  private static Object number(String token) {
    String digits = token.substring(0, token.length() - 1);
    return switch (token.charAt(token.length() - 1)) {
      case 'L' -> Long.valueOf(digits);
      case 'f', 'F' -> Float.valueOf(digits);
      case 'd', 'D' -> Double.valueOf(digits);
      case 'N', 'y' -> Double.valueOf(token);
      default -> isWhole(token) ? (Object) Integer.valueOf(token) : Double.valueOf(token);
    };
  }

  private static boolean isWhole(String token) {
    return token.chars().allMatch(c -> c == '-' || Character.isDigit(c));
  }
}

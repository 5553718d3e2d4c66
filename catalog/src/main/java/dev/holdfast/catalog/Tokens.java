package dev.holdfast.catalog;

/** Skips what a stub reader has no use for, with brackets in balance. */
final class Tokens {
  private Tokens() {}

  /** From {@code (} to behind its {@code )}. */
  static void skipParentheses(Lexer in) {
    int depth = in.parentheses();
    do {
      in.next();
    } while (in.kind() != Lexer.END && in.parentheses() > depth);
  }

  /** From an opening brace to behind its closing one. */
  static void skipBlock(Lexer in) {
    int depth = in.braces();
    do {
      in.next();
    } while (in.kind() != Lexer.END && in.braces() > depth);
  }

  /** An initialiser or default value: up to the {@code ;} or {@code ,} behind it. */
  static void skipExpression(Lexer in, boolean toComma) {
    int braces = in.braces();
    int parentheses = in.parentheses();
    while (in.kind() != Lexer.END) {
      if (in.braces() == braces && in.parentheses() <= parentheses) {
        if (in.kind() == ';' || in.kind() == '}' || toComma && in.kind() == ',') {
          return;
        }
      }
      in.next();
    }
  }

  /**
   * After a syntax error inside a member: to behind its {@code ;} or body, or in front of the brace
   * that closes the type.
   */
  static void skipMember(Lexer in, int depth) {
    boolean inList = in.braces() > depth;
    if (in.kind() == Lexer.BAD) {
      in.next(); // it has taken the rest of its line with it
      in.resetBraces(depth);
    } else {
      while (in.kind() != Lexer.END) {
        if (inList && in.kind() == ')') {
          in.resetBraces(depth);
          inList = false;
        }
        if (in.braces() <= depth && in.kind() == '}') {
          break;
        }
        boolean closes =
            in.kind() == ';'
                ? in.braces() <= depth
                : in.kind() == '}' && in.braces() == depth + 1 && in.parentheses() <= 0;
        inList &= in.kind() != '}';
        in.next();
        if (closes) {
          break;
        }
      }
    }
    in.resetParentheses();
  }
}

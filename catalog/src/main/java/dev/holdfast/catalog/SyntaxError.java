package dev.holdfast.catalog;

/** Carries the place where a declaration cannot be read any further up to where reading resumes. */
final class SyntaxError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int line;
  private final int column;

  SyntaxError(int line, int column, String message) {
    super(message, null, false, false);
    this.line = line;
    this.column = column;
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }
}

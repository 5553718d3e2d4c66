package dev.holdfast.catalog;

/** Something wrong in a stub file, with its place: one line for the user. */
public record StubProblem(String file, int line, int column, String message) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + message;
  }
}

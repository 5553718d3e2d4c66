package dev.holdfast.catalog;

/**
 * Something wrong in a stub file, with its place: one line for the user.
 *
 * @param line from 1; 0 where the file as a whole is meant
 */
public record StubProblem(String file, int line, int column, String message) {
  @Override
  public String toString() {
    return line == 0 ? file + ": " + message : file + ":" + line + ":" + column + ": " + message;
  }
}

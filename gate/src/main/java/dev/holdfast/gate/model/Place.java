package dev.holdfast.gate.model;

/**
 * Where something stands: a region of a source file, or as much as a class file tells of it.
 *
 * @param region in a class file of which the source is not at hand a line and no columns; the line
 *     is 0 where the compiler left it out
 */
public record Place(SourceFile file, Region region) {
  public int line() {
    return region.startLine();
  }

  @Override
  public String toString() {
    if (!file.isText()) {
      return line() > 0 ? file.display() + ":" + line() : file.display();
    }
    return file.display() + ":" + region.startLine() + ":" + region.startColumn();
  }
}

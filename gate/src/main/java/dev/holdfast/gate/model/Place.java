package dev.holdfast.gate.model;

/** Where something stands: a region of a source file. */
public record Place(SourceFile file, Region region) {
  public int line() {
    return region.startLine();
  }

  @Override
  public String toString() {
    return file.display() + ":" + region.startLine() + ":" + region.startColumn();
  }
}

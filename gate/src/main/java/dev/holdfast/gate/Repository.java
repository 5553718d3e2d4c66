package dev.holdfast.gate;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the top of the repository that code lies in: what paths in reports are relative to. */
final class Repository {
  private Repository() {}

  /**
   * The folder above the code that holds {@code .git}; where there is none, the folder someone
   * works in.
   */
  static Path of(Path code, Path workingFolder) {
    for (Path at = code; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return at;
      }
    }
    return workingFolder;
  }
}

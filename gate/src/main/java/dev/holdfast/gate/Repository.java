package dev.holdfast.gate;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the top of the repository someone works in: what paths in reports are relative to. */
final class Repository {
  private Repository() {}

  /** The folder that holds {@code .git}, or the given one where there is none. */
  static Path above(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return at;
      }
    }
    return folder;
  }
}

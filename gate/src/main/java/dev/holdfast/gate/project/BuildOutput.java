package dev.holdfast.gate.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Class folders that an earlier build left: they fill what the sources alone do not say. */
final class BuildOutput {
  private static final List<String> MAIN =
      List.of("target/classes", "build/classes/java/main", "build/classes/kotlin/main");
  private static final List<String> TESTS =
      List.of("target/test-classes", "build/classes/java/test", "build/classes/kotlin/test");

  /** A source folder lies this deep in its module at most: {@code src/main/java} and one more. */
  private static final int LEVELS = 4;

  private BuildOutput() {}

  static List<Path> of(Path module, boolean tests) {
    List<Path> found = new ArrayList<>();
    add(module, MAIN, found);
    if (tests) {
      add(module, TESTS, found);
    }
    return found;
  }

  /** The output of the build that a plain source folder belongs to, if one is found. */
  static List<Path> above(Path root) {
    Path folder = root;
    for (int level = 0; level < LEVELS && folder != null; level++) {
      List<Path> found = of(folder, true);
      if (!found.isEmpty()) {
        return found;
      }
      folder = folder.getParent();
    }
    return List.of();
  }

  /** The source folders beside a folder of classes, which lies some levels below its module. */
  static List<Path> sourcesOf(Path classes) {
    Path folder = classes.getParent();
    for (int level = 0; level < LEVELS && folder != null; level++) {
      Path sources = folder.resolve("src/main/java");
      if (Files.isDirectory(sources)) {
        return List.of(sources);
      }
      folder = folder.getParent();
    }
    return List.of();
  }

  private static void add(Path module, List<String> folders, List<Path> found) {
    for (String folder : folders) {
      Path output = module.resolve(folder);
      if (Files.isDirectory(output)) {
        found.add(output);
      }
    }
  }
}

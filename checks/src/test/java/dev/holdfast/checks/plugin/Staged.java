package dev.holdfast.checks.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The jars just built, laid out as a repository, so that a project outside this build can ask Maven
 * for them without anything being installed.
 */
record Staged(Path repository) {
  static final String VERSION = System.getProperty("holdfast.version");
  private static final Path ROOT = Path.of(System.getProperty("holdfast.root"));

  static Staged in(Path directory) throws IOException {
    Path group = directory.resolve("staged/dev/holdfast");
    copy(ROOT.resolve("pom.xml"), group, "parent", "pom");
    for (String module : List.of("annotations", "catalog", "analysis", "checks")) {
      copy(ROOT.resolve(module).resolve("pom.xml"), group, module, "pom");
      copy(jar(module, ""), group, module, "jar");
    }
    return new Staged(directory.resolve("staged"));
  }

  /** The jar for a plain processor path. */
  static Path allJar() {
    return jar("checks", "-all");
  }

  private static Path jar(String module, String classifier) {
    return ROOT.resolve(module)
        .resolve("target")
        .resolve("holdfast-" + module + "-" + VERSION + classifier + ".jar")
        .toAbsolutePath()
        .normalize();
  }

  private static void copy(Path from, Path group, String module, String extension)
      throws IOException {
    Path to =
        group
            .resolve("holdfast-" + module)
            .resolve(VERSION)
            .resolve("holdfast-" + module + "-" + VERSION + "." + extension);
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}

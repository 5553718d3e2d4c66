package dev.holdfast.gate.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which folders hold code that people wrote, and which of it is tests. */
final class Folders {
  private static final Set<String> NEVER =
      Set.of("node_modules", "generated-sources", "generated-test-sources");
  private static final Set<String> OUTPUT = Set.of("target", "build", "out", "bin");
  private static final List<String> BUILD_MARKS =
      List.of("pom.xml", "build.gradle", "build.gradle.kts", "build.xml", "src");
  private static final Pattern TEST_SET = Pattern.compile("test.*|.*Test|it");
  private static final Set<String> TEST_FOLDERS = Set.of("test", "tests");

  private Folders() {}

  /** Whether nothing below this folder is looked at. */
  static boolean isSkipped(Path folder) {
    Path name = folder.getFileName();
    if (name == null) {
      return false;
    }
    String text = name.toString();
    if (isHidden(text) || NEVER.contains(text)) {
      return true;
    }
    return isOutputName(text) && BUILD_MARKS.stream().anyMatch(m -> besides(folder, m));
  }

  private static boolean besides(Path folder, String name) {
    return Files.exists(folder.resolveSibling(name));
  }

  static boolean isHidden(String name) {
    return name.startsWith(".") && !name.equals(".") && !name.equals("..");
  }

  /** Whether a folder of this name usually holds what a build made. */
  static boolean isOutputName(String name) {
    return OUTPUT.contains(name);
  }

  /** Whether a source folder, relative to what is scanned, holds tests. */
  static boolean isTests(Path relativeRoot) {
    String before = "";
    for (Path part : relativeRoot) {
      String name = part.toString();
      if (TEST_FOLDERS.contains(name) || before.equals("src") && TEST_SET.matcher(name).matches()) {
        return true;
      }
      before = name;
    }
    return false;
  }
}

package dev.holdfast.checks;

import com.sun.source.tree.CompilationUnitTree;
import java.util.List;

/** Knows the folders that build tools let generators write to: nobody can mend what is there. */
final class GeneratedSources {
  private static final List<String> FOLDERS =
      List.of("/target/generated-sources/", "/target/generated-test-sources/", "/build/generated/");

  private GeneratedSources() {}

  static boolean contain(CompilationUnitTree unit) {
    String path = unit.getSourceFile().toUri().toString();
    for (String folder : FOLDERS) {
      if (path.contains(folder)) {
        return true;
      }
    }
    return false;
  }
}

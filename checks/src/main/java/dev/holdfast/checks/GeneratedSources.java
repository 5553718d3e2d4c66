package dev.holdfast.checks;

import com.sun.source.tree.CompilationUnitTree;
import java.util.List;

/** Knows the folders that build tools let generators write to: nobody can mend what is there. */
final class GeneratedSources {
  private static final List<String> FOLDERS =
      List.of("target/generated-sources/", "target/generated-test-sources/", "build/generated/");

  private GeneratedSources() {}

  static boolean contain(CompilationUnitTree unit) {
    // not the URI: making one asks the file system
    String path = unit.getSourceFile().getName().replace('\\', '/');
    for (String folder : FOLDERS) {
      int at = path.indexOf(folder);
      if (at == 0 || at > 0 && path.charAt(at - 1) == '/') {
        return true;
      }
    }
    return false;
  }
}

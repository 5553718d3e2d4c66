package dev.holdfast.gate.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Java files that belong together: a Maven module, a sources jar, or what lies in a plain folder.
 *
 * @param name how it is called in messages
 * @param pom null where there is none
 * @param roots its source folders
 * @param files all its Java files
 * @param reported those of them whose findings the user asked for
 */
record Module(
    String name, Pom pom, List<Path> roots, List<Path> files, Set<Path> reported, boolean tests) {
  Module {
    roots = List.copyOf(roots);
    files = List.copyOf(files);
    reported = Set.copyOf(reported);
  }

  CompilerSettings settings() {
    return pom == null ? CompilerSettings.UNKNOWN : CompilerSettings.of(pom);
  }
}

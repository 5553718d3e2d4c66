package dev.holdfast.checks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileManager;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The jars and folders a compiler was given. Its file manager cannot be asked for stubs by name: it
 * knows no folder of a jar that is no package, as {@code META-INF}.
 */
final class CompilerClassPath {
  private CompilerClassPath() {}

  static List<Path> of(JavaFileManager files) {
    List<Path> found = new ArrayList<>();
    if (files instanceof StandardJavaFileManager standard) {
      for (StandardLocation location :
          List.of(StandardLocation.CLASS_PATH, StandardLocation.MODULE_PATH)) {
        Iterable<? extends Path> entries = standard.getLocationAsPaths(location);
        if (entries != null) {
          entries.forEach(found::add);
        }
      }
    }
    return found;
  }
}

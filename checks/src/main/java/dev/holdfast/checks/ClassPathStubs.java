package dev.holdfast.checks;

import dev.holdfast.catalog.StubSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.JavaFileManager;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * Finds the stubs that libraries on the analysed class path ship for themselves. The file manager
 * cannot be asked by name: it knows no folder of a jar that is no package, as {@code META-INF}.
 */
final class ClassPathStubs {
  private static final String RESOURCE = "META-INF/holdfast.astub";

  private ClassPathStubs() {}

  static List<StubSource> of(JavaFileManager files) {
    List<StubSource> found = new ArrayList<>();
    if (files instanceof StandardJavaFileManager standard) {
      for (StandardLocation location :
          List.of(StandardLocation.CLASS_PATH, StandardLocation.MODULE_PATH)) {
        Iterable<? extends Path> entries = standard.getLocationAsPaths(location);
        if (entries != null) {
          entries.forEach(entry -> read(entry, found));
        }
      }
    }
    return found;
  }

  private static void read(Path entry, List<StubSource> found) {
    if (Files.isDirectory(entry)) {
      Path stub = entry.resolve(RESOURCE);
      if (Files.exists(stub)) {
        found.addAll(StubSource.at(stub));
      }
      return;
    }
    if (!entry.toString().endsWith(".jar")) {
      return;
    }
    String name = entry.getFileName() + "!/" + RESOURCE;
    try (ZipFile jar = new ZipFile(entry.toFile())) {
      ZipEntry stub = jar.getEntry(RESOURCE);
      if (stub != null) {
        byte[] bytes = jar.getInputStream(stub).readAllBytes();
        found.add(StubSource.of(name, new String(bytes, StandardCharsets.UTF_8)));
      }
    } catch (IOException | UnsupportedOperationException broken) {
      // the compiler itself says what it makes of a jar it cannot open
      return;
    }
  }
}

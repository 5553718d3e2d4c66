package dev.holdfast.gate.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** Tells jars of sources from jars of classes. */
enum JarContents {
  SOURCES,
  CLASSES,
  NEITHER;

  private static final String SOURCES_END = "-sources.jar";

  static JarContents of(Path jar) throws IOException {
    boolean named = jar.getFileName().toString().endsWith(SOURCES_END);
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      boolean classes = zip.stream().anyMatch(entry -> entry.getName().endsWith(".class"));
      boolean sources = zip.stream().anyMatch(entry -> entry.getName().endsWith(".java"));
      if (sources && (named || !classes)) {
        return SOURCES;
      }
      return classes ? CLASSES : NEITHER;
    }
  }

  /** The sources that a Maven repository keeps beside a jar. */
  static Path sourcesBeside(Path jar) {
    String name = jar.getFileName().toString();
    return jar.resolveSibling(name.replaceFirst("\\.jar$", "") + SOURCES_END);
  }
}

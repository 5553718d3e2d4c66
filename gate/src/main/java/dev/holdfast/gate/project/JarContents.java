package dev.holdfast.gate.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Tells jars of sources from jars of classes. */
enum JarContents {
  SOURCES,
  CLASSES,
  NEITHER;

  private static final String SOURCES_END = "-sources.jar";
  private static final Set<String> ENDS = Set.of("jar", "war", "ear", "zip");

  static boolean isJarName(String file) {
    return ENDS.contains(file.substring(file.lastIndexOf('.') + 1));
  }

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

  /** Whether a class path may name it: a lone class file is found by its folder. */
  static boolean isOnClassPath(Path path) {
    return Files.isDirectory(path) || !path.toString().endsWith(".class");
  }

  /** Names of the jars that a jar brings along, as those of applications do. */
  static List<String> jarsInside(Path jar) {
    if (!Files.isRegularFile(jar) || !isJarName(jar.getFileName().toString())) {
      return List.of();
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream().map(ZipEntry::getName).filter(JarContents::isJarName).sorted().toList();
    } catch (IOException e) {
      return List.of(); // whoever reads its classes says why
    }
  }

  /** The sources that a Maven repository keeps beside a jar. */
  static Path sourcesBeside(Path jar) {
    String name = jar.getFileName().toString();
    return jar.resolveSibling(name.replaceFirst("\\.jar$", "") + SOURCES_END);
  }
}

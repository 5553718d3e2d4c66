package dev.holdfast.gate.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;

/**
 * Picks the annotation processors a module needs for its own code to make sense: Lombok, and those
 * its POM names. Others on the class path are not run.
 */
final class Processors {
  private static final String SERVICE = "META-INF/services/javax.annotation.processing.Processor";

  private Processors() {}

  /** The processor path, empty where none is to be run. */
  static List<Path> path(List<Path> classPath, Set<String> declared) {
    List<Path> processors = new ArrayList<>();
    List<Path> others = new ArrayList<>();
    boolean onlyLombok = true;
    for (Path entry : classPath) {
      String artifact = artifactId(entry);
      boolean lombok = artifact.equals("lombok");
      if ((lombok || declared.contains(artifact)) && isProcessor(entry)) {
        processors.add(entry);
        onlyLombok &= lombok;
      } else if (!isProcessor(entry)) {
        others.add(entry);
      }
    }
    if (!processors.isEmpty() && !onlyLombok) {
      processors.addAll(others); // what the processors themselves need
    }
    return processors;
  }

  /** The artifact id by which a jar is filed in a Maven repository, else its name's stem. */
  static String artifactId(Path jar) {
    Path version = jar.getParent();
    Path artifact = version == null ? null : version.getParent();
    String file = String.valueOf(jar.getFileName());
    if (artifact != null && artifact.getFileName() != null) {
      String id = artifact.getFileName().toString();
      if (file.startsWith(id + "-" + version.getFileName())) {
        return id;
      }
    }
    return file.replaceFirst("(-\\d.*)?\\.jar$", "");
  }

  private static boolean isProcessor(Path entry) {
    if (Files.isDirectory(entry)) {
      return Files.exists(entry.resolve(SERVICE));
    }
    try (ZipFile zip = new ZipFile(entry.toFile())) {
      return zip.getEntry(SERVICE) != null;
    } catch (IOException e) {
      return false;
    }
  }
}

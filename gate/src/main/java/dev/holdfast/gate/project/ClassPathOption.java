package dev.holdfast.gate.project;

import dev.holdfast.gate.model.Coverage;
import dev.holdfast.gate.model.Gap;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/** A class path as users write it: entries, and {@code folder/*} for all jars of a folder. */
final class ClassPathOption {
  private ClassPathOption() {}

  static List<Path> parse(String written, Names names) {
    List<Path> paths = new ArrayList<>();
    for (String entry : written.split(File.pathSeparator)) {
      String text = entry.trim();
      if (text.endsWith("/*") || text.equals("*")) {
        paths.addAll(jars(names.resolve(Path.of(text.substring(0, text.length() - 1)))));
      } else if (!text.isEmpty()) {
        paths.add(names.resolve(Path.of(text)));
      }
    }
    return paths;
  }

  private static List<Path> jars(Path folder) {
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
      found.forEach(jars::add);
    } catch (IOException e) {
      return List.of(folder); // the check of the entries names it
    }
    jars.sort(null);
    return jars;
  }

  /** The entries the compiler can read; the others are noted. */
  static List<Path> sound(List<Path> entries, Names names, Coverage coverage) {
    List<Path> sound = new ArrayList<>();
    for (Path entry : entries) {
      String problem = problem(entry);
      if (problem == null) {
        sound.add(entry);
      } else {
        coverage.add(Gap.note("class path entry " + names.display(entry) + " " + problem));
      }
    }
    return sound;
  }

  private static String problem(Path entry) {
    if (!Files.exists(entry)) {
      return "does not exist";
    }
    if (!Files.isReadable(entry)) {
      return "is not readable";
    }
    if (Files.isDirectory(entry)) {
      return null;
    }
    try (ZipFile zip = new ZipFile(entry.toFile())) {
      return zip.size() < 0 ? "is empty" : null;
    } catch (IOException e) {
      return "is not a jar";
    }
  }
}

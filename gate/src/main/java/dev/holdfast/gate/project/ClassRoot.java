package dev.holdfast.gate.project;

import java.nio.file.Path;
import java.util.List;

/**
 * Class files to judge, and what is known about their surroundings.
 *
 * @param name how it is called in messages
 * @param path a jar, a folder of class files, or one class file
 * @param classPath what they were compiled against
 * @param sources folders and jars in which the sources they were compiled from may lie
 * @param release which classes of a multi-release jar count
 */
public record ClassRoot(
    String name, Path path, List<Path> classPath, List<Path> sources, int release) {
  public ClassRoot {
    classPath = List.copyOf(classPath);
    sources = List.copyOf(sources);
  }
}

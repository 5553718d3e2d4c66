package dev.holdfast.gate.project;

import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What one run of the compiler is given.
 *
 * @param name how it is called in messages
 * @param files all Java files to compile
 * @param reported those whose findings count; the others are there to be understood
 * @param roots the source folders these files lie in
 * @param sourcePath folders in which further sources may be found
 * @param charset null where nobody says
 */
public record Compilation(
    String name,
    List<Path> files,
    Set<Path> reported,
    List<Path> roots,
    List<Path> sourcePath,
    List<Path> classPath,
    List<Path> processorPath,
    CompilerSettings settings,
    Charset charset) {
  public Compilation {
    files = List.copyOf(files);
    reported = Set.copyOf(reported);
    roots = List.copyOf(roots);
    sourcePath = List.copyOf(sourcePath);
    classPath = List.copyOf(classPath);
    processorPath = List.copyOf(processorPath);
  }

  /** For a run with some of the files only: the others are found where they lie. */
  public Compilation withRootsOnSourcePath() {
    List<Path> wider = new ArrayList<>(sourcePath);
    for (Path root : roots) {
      if (root.getFileSystem() == FileSystems.getDefault()) {
        wider.add(root);
      }
    }
    return new Compilation(
        name, files, reported, roots, wider, classPath, processorPath, settings, charset);
  }

  public Compilation withoutProcessors() {
    return new Compilation(
        name, files, reported, roots, sourcePath, classPath, List.of(), settings, charset);
  }
}

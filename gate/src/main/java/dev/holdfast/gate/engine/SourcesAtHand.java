package dev.holdfast.gate.engine;

import dev.holdfast.gate.model.Coverage;
import dev.holdfast.gate.model.SourceFile;
import dev.holdfast.gate.project.Names;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the source that a class file was compiled from, to show its lines. */
final class SourcesAtHand implements AutoCloseable {
  private final KnownSources known;
  private final SourceReader reader;
  private final List<Path> roots = new ArrayList<>();
  private final List<FileSystem> jars = new ArrayList<>();
  private final Map<String, SourceFile> read = new HashMap<>();

  /**
   * @param places folders and jars, of which some may not be there
   */
  SourcesAtHand(KnownSources known, List<Path> places, Names names, Coverage coverage) {
    this.known = known;
    this.reader = new SourceReader(names, coverage);
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        roots.add(place);
      } else if (Files.isRegularFile(place)) {
        open(place);
      }
    }
  }

  private void open(Path jar) {
    try {
      FileSystem files = FileSystems.newFileSystem(jar);
      jars.add(files);
      roots.add(files.getPath("/"));
    } catch (IOException | ProviderNotFoundException e) {
      return; // without it lines are not shown, that is all
    }
  }

  /**
   * The source, or null where it is not at hand.
   *
   * @param path package and name of the file: {@code com/acme/Gateway.java}
   */
  SourceFile find(String path) {
    SourceFile judged = known.find(path);
    if (judged != null) {
      return judged;
    }
    if (!read.containsKey(path)) {
      read.put(path, readFrom(path));
    }
    return read.get(path);
  }

  private SourceFile readFrom(String path) {
    for (Path root : roots) {
      try {
        Path file = root.resolve(path).normalize();
        if (file.startsWith(root) && Files.isRegularFile(file)) {
          return reader.read(file, null, false);
        }
      } catch (InvalidPathException e) {
        return null; // a forged name
      }
    }
    return null;
  }

  @Override
  public void close() {
    for (FileSystem jar : jars) {
      try {
        jar.close();
      } catch (IOException e) {
        continue; // it was only read
      }
    }
  }
}

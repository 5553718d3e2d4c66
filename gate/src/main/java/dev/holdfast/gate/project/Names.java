package dev.holdfast.gate.project;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Path;

/** How paths are shown: relative to where the user stands, where they lie below it. */
public final class Names {
  private final Path workingFolder;

  public Names(Path workingFolder) {
    this.workingFolder = real(workingFolder.toAbsolutePath());
  }

  /** As files are known by their real paths, so is the folder they are shown relative to. */
  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return folder.normalize();
    }
  }

  /** A path as the user wrote it, made absolute. */
  public Path resolve(Path path) {
    return workingFolder.resolve(path).normalize();
  }

  public String display(Path path) {
    if (path.getFileSystem() != FileSystems.getDefault()) {
      return displayInJar(path);
    }
    Path absolute = resolve(path);
    if (!absolute.startsWith(workingFolder)) {
      return slashes(absolute);
    }
    String relative = slashes(workingFolder.relativize(absolute));
    return relative.isEmpty() ? "." : relative;
  }

  private String displayInJar(Path path) {
    String uri = path.toUri().toString();
    int end = uri.lastIndexOf('!');
    if (!uri.startsWith("jar:") || end < 0) {
      return path.toString();
    }
    Path jar = Path.of(URI.create(uri.substring("jar:".length(), end)));
    return display(jar) + "!" + path;
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }
}

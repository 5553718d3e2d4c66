package dev.holdfast.gate.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A temporary folder that is gone when it is no longer needed, and when the scan is interrupted.
 */
public final class ScratchFolder implements AutoCloseable {
  private final Path path;
  private final Thread onExit = new Thread(this::deleteWhatIsThere);

  public ScratchFolder(String prefix) throws IOException {
    this.path = Files.createTempDirectory(prefix);
    Runtime.getRuntime().addShutdownHook(onExit);
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException e) {
      return; // the virtual machine ends already, and looks at the folder once more
    }
  }

  private void deleteWhatIsThere() {
    try {
      delete();
    } catch (IOException | UncheckedIOException e) {
      return; // somebody still writes, or has deleted it: nobody is left to tell
    }
  }

  private void delete() throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}

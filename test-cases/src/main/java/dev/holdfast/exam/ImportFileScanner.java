package dev.holdfast.exam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the delivery notes below the import directory. */
public class ImportFileScanner {

  private final Path root;
  private final boolean includeEmpty;

  public ImportFileScanner(Path root, boolean includeEmpty) {
    this.root = root;
    this.includeEmpty = includeEmpty;
  }

  public Stream<Path> candidates() throws IOException {
    return Files.walk(root, 6)
        .filter(Files::isRegularFile)
        .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".edi"));
  }

  public long countSegments(String segment) throws IOException {
    try (Stream<Path> files = candidates()) {
      return files
          .flatMap(ImportFileScanner::lines)
          .filter(line -> line.startsWith(segment))
          .count();
    }
  }

  public List<String> names(List<Path> files) {
    Stream<Path> stream = files.stream();
    if (!includeEmpty) {
      stream = stream.filter(file -> file.toFile().length() > 0);
    }
    stream = stream.sorted();
    return stream.map(file -> file.getFileName().toString()).toList();
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.lines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.holdfast.catalog;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The text of a stub file, or why there is none.
 *
 * @param name file name for messages
 * @param text what stands in it, or null
 * @param failure why it could not be read, or null
 */
public record StubSource(String name, String text, String failure) {
  private static final String SUFFIX = ".astub";

  public static StubSource of(String name, String text) {
    return new StubSource(name, text, null);
  }

  /**
   * The stub file at a path, or every {@code .astub} file in and below a folder. What cannot be
   * read comes back with its failure, which the catalog lists among its problems.
   */
  public static List<StubSource> at(Path path) {
    List<StubSource> sources = new ArrayList<>();
    if (!Files.isDirectory(path)) {
      sources.add(read(path, path.toString()));
      return sources;
    }
    List<Path> files = new ArrayList<>();
    try (var found = Files.walk(path)) {
      for (Path file : (Iterable<Path>) found::iterator) {
        if (file.toString().endsWith(SUFFIX) && Files.isRegularFile(file)) {
          files.add(file);
        }
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      sources.add(new StubSource(path.toString(), null, "cannot be listed: " + e.getMessage()));
    }
    Collections.sort(files);
    for (Path file : files) {
      sources.add(read(file, path.getFileName().resolve(path.relativize(file)).toString()));
    }
    if (sources.isEmpty()) {
      sources.add(new StubSource(path.toString(), null, "no " + SUFFIX + " file in this folder"));
    }
    return sources;
  }

  private static StubSource read(Path file, String name) {
    try {
      return of(name, Files.readString(file));
    } catch (NoSuchFileException e) {
      return new StubSource(name, null, "there is no such stub file" + startedFrom(file));
    } catch (AccessDeniedException e) {
      return new StubSource(name, null, "may not be read");
    } catch (CharacterCodingException e) {
      return new StubSource(name, null, "is no text in UTF-8");
    } catch (IOException e) {
      return new StubSource(name, null, "cannot be read: " + e.getMessage());
    }
  }

  /** Where a relative path was looked up: which folder that is depends on who started the build. */
  private static String startedFrom(Path file) {
    return file.isAbsolute() ? "" : " in " + Path.of("").toAbsolutePath();
  }
}

package dev.holdfast.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** Stands for what could not be decoded; it may also have been written. */
  private static final char REPLACEMENT = '\uFFFD';

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
    Path folder = path.getFileName() == null ? path : path.getFileName();
    for (Path file : files) {
      sources.add(read(file, folder.resolve(path.relativize(file)).toString()));
    }
    if (sources.isEmpty()) {
      sources.add(new StubSource(path.toString(), null, "no " + SUFFIX + " file in this folder"));
    }
    return sources;
  }

  /** Likewise, of a path as a user wrote it. */
  public static List<StubSource> at(String path) {
    try {
      return at(Path.of(path));
    } catch (InvalidPathException e) {
      return List.of(new StubSource(path, null, "is no path: " + e.getReason()));
    }
  }

  private static StubSource read(Path file, String name) {
    try {
      return decoded(name, Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return new StubSource(name, null, "there is no such stub file" + startedFrom(file));
    } catch (IOException e) {
      return unread(name, e);
    }
  }

  static StubSource read(String name, ShippedStubs.Content content) {
    try (InputStream in = content.open()) {
      return decoded(name, in.readAllBytes());
    } catch (IOException e) {
      return unread(name, e);
    }
  }

  private static StubSource decoded(String name, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    boolean replaced =
        text.indexOf(REPLACEMENT) >= 0
            && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
    return replaced ? new StubSource(name, null, "is no text in UTF-8") : of(name, text);
  }

  private static StubSource unread(String name, IOException e) {
    String why =
        e instanceof AccessDeniedException
            ? "may not be read"
            : "cannot be read: " + e.getMessage();
    return new StubSource(name, null, why);
  }

  /** Where a relative path was looked up: which folder that is depends on who started the build. */
  private static String startedFrom(Path file) {
    return file.isAbsolute() ? "" : " in " + Path.of("").toAbsolutePath();
  }
}

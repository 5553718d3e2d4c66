package dev.holdfast.catalog;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds the stubs that libraries ship for themselves, alike for everyone who has a class path. */
public final class ShippedStubs {
  /** Where in a jar or folder of classes they lie. */
  public static final String RESOURCE = StubBundle.RESOURCE;

  /** Opens the stubs of a library that holds its jar open itself. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }

  private ShippedStubs() {}

  /**
   * Those in jars and folders. An entry that cannot be opened ships nothing: whoever reads classes
   * from it says what is wrong with it.
   */
  public static List<StubSource> on(Iterable<? extends Path> classPath) {
    List<StubSource> found = new ArrayList<>();
    for (Path entry : classPath) {
      Path file = entry.resolve(RESOURCE);
      if (Files.isRegularFile(file)) {
        found.add(read(entry.toString(), () -> Files.newInputStream(file)));
      } else if (Files.isRegularFile(entry) && entry.getFileSystem() == FileSystems.getDefault()) {
        inJar(entry, found);
      }
    }
    return found;
  }

  private static void inJar(Path entry, List<StubSource> found) {
    try (ZipFile jar = new ZipFile(entry.toFile())) {
      ZipEntry stubs = jar.getEntry(RESOURCE);
      if (stubs != null) {
        found.add(read(entry.toString(), () -> jar.getInputStream(stubs)));
      }
    } catch (IOException e) {
      return; // no jar, or a broken one
    }
  }

  /**
   * The stubs of one library.
   *
   * @param entry the jar or folder they were found in
   */
  public static StubSource read(String entry, Content content) {
    String name = entry + (new File(entry).isDirectory() ? "/" : "!/") + RESOURCE;
    return StubSource.read(name, () -> content.open());
  }
}

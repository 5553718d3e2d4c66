package dev.holdfast.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;

/**
 * Many stub files in one resource: opening forty entries of a jar takes twice as long as reading
 * them. A line in front of each file keeps its name, so that messages name file and line.
 */
public final class StubBundle {
  /** Where a library ships what it says about itself, and where Holdfast's own stubs are. */
  public static final String RESOURCE = "META-INF/holdfast.astub";

  private static final String FILE = "// file: ";
  private static final String OWN = "// bundle: holdfast\n";

  private StubBundle() {}

  /** Writes every stub file of a folder into one file; part of the build. */
  public static void main(String[] arguments) throws IOException {
    StringBuilder bundle = new StringBuilder(OWN);
    for (StubSource source : StubSource.at(Path.of(arguments[0]))) {
      if (source.text() == null) {
        throw new IOException(source.name() + ": " + source.failure());
      }
      String name = source.name();
      bundle.append(FILE).append(name.substring(name.lastIndexOf('/') + 1)).append('\n');
      bundle.append(source.text());
      if (!source.text().endsWith("\n")) {
        bundle.append('\n');
      }
    }
    Path target = Path.of(arguments[1]);
    Files.createDirectories(target.getParent());
    Files.writeString(target, bundle);
  }

  /** Holdfast's own stubs: other jars on the class path may carry a resource of that name too. */
  static StubSource own() {
    ClassLoader loader = StubBundle.class.getClassLoader();
    try {
      StubSource first = own(loader.getResource(RESOURCE));
      if (first != null) {
        return first;
      }
      Enumeration<URL> found = loader.getResources(RESOURCE);
      while (found.hasMoreElements()) {
        StubSource other = own(found.nextElement());
        if (other != null) {
          return other;
        }
      }
      return new StubSource(RESOURCE, null, "is missing: this build of Holdfast has no stubs");
    } catch (IOException e) {
      return new StubSource(RESOURCE, null, "cannot be read: " + e.getMessage());
    }
  }

  private static StubSource own(URL url) throws IOException {
    if (url == null) {
      return null;
    }
    try (InputStream in = url.openStream()) {
      StubSource source =
          StubSource.of(RESOURCE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return isOwn(source) ? source : null;
    }
  }

  static boolean isOwn(StubSource source) {
    return source.text() != null && source.text().startsWith(OWN);
  }

  /** Reads a stub file or a whole bundle. */
  static void read(StubSource source, Reading reading) {
    String text = source.text();
    if (text == null) {
      reading.problem(source.name(), 0, 0, source.failure());
      return;
    }
    String name = source.name();
    int from = 0;
    while (true) {
      int marker = text.startsWith(FILE, from) ? from : text.indexOf("\n" + FILE, from) + 1;
      int end = marker > from || text.startsWith(FILE, from) ? marker : text.length();
      if (end > from) {
        StubReader.read(name, text.substring(from, end), reading);
      }
      if (end == text.length()) {
        return;
      }
      int line = text.indexOf('\n', marker);
      if (line < 0) {
        return;
      }
      name = text.substring(marker + FILE.length(), line).trim();
      from = line + 1;
    }
  }
}

package dev.holdfast.gate.project;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Follows the {@code Class-Path} of manifests, as {@code java -jar} does. */
final class ManifestClassPath {
  private static final int MAX_JARS = 2_000;

  private ManifestClassPath() {}

  /** The jars and folders that a jar names, directly or through others; what is not there, not. */
  static List<Path> of(Path jar) {
    Set<Path> found = new LinkedHashSet<>();
    Deque<Path> open = new ArrayDeque<>(List.of(jar));
    while (!open.isEmpty() && found.size() < MAX_JARS) {
      Path next = open.pop();
      for (String entry : entries(next)) {
        Path named = resolve(next, entry);
        if (named != null && !named.equals(jar) && found.add(named)) {
          open.add(named);
        }
      }
    }
    return List.copyOf(found);
  }

  private static List<String> entries(Path jar) {
    if (!Files.isRegularFile(jar)) {
      return List.of();
    }
    try (JarFile file = new JarFile(jar.toFile(), false)) {
      Manifest manifest = file.getManifest();
      String text =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return text == null ? List.of() : List.of(text.strip().split("\\s+"));
    } catch (IOException | RuntimeException e) {
      return List.of(); // whoever reads the classes of the jar reports it
    }
  }

  private static Path resolve(Path jar, String entry) {
    try {
      URI uri = jar.toUri().resolve(entry);
      Path path = "file".equals(uri.getScheme()) ? Path.of(uri) : null;
      return path != null && Files.exists(path) ? path : null;
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return null; // not a relative URL
    }
  }
}

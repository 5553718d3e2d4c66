package dev.holdfast.gate.project;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers what Maven answered, by the content of the POMs: asking costs seconds. */
final class ClassPathCache {
  private final Path folder;

  ClassPathCache(Path folder) {
    this.folder = folder;
  }

  /** The usual place for such files. */
  static Path userFolder() {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path base =
        cache == null || cache.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return base.resolve("holdfast").resolve("classpath");
  }

  /** A key that changes when one of these files does, or what is asked of them. */
  static String key(Iterable<Path> poms, boolean tests) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((byte) (tests ? 1 : 0));
      for (Path pom : poms) {
        digest.update(pom.toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(pom));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Class paths by POM file; only of modules whose jars are all still there. */
  Map<Path, List<Path>> read(String key) {
    Map<Path, List<Path>> found = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(folder.resolve(key))) {
        String[] parts = line.split("\t", 2);
        List<Path> jars = parts.length == 2 ? split(parts[1]) : List.of();
        if (parts.length == 2 && jars.stream().allMatch(Files::exists)) {
          found.put(Path.of(parts[0]), jars);
        }
      }
    } catch (IOException e) {
      return Map.of(); // nothing remembered, or not readable: ask again
    }
    return found;
  }

  /** Remembers; where that is not possible the next scan asks again. */
  void write(String key, Map<Path, List<Path>> classPaths) {
    List<String> lines = new ArrayList<>();
    classPaths.forEach((pom, jars) -> lines.add(pom + "\t" + join(jars)));
    try {
      Files.createDirectories(folder);
      Path draft = Files.createTempFile(folder, "classpath", ".tmp");
      try {
        Files.write(draft, lines);
        Files.move(draft, folder.resolve(key), StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      return;
    }
  }

  static List<Path> split(String classPath) {
    List<Path> paths = new ArrayList<>();
    for (String entry : classPath.trim().split(File.pathSeparator)) {
      if (!entry.isBlank()) {
        paths.add(Path.of(entry));
      }
    }
    return paths;
  }

  private static String join(List<Path> paths) {
    return String.join(File.pathSeparator, paths.stream().map(Path::toString).toList());
  }
}

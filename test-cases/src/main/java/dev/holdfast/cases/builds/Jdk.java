package dev.holdfast.cases.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A Java installation on the machine that runs the tests. */
public record Jdk(Path home, int release) {
  public static Jdk running() {
    return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
  }

  /**
   * One of at least release 21: where {@code HOLDFAST_JDK25} or {@code JAVA_HOME_25_X64} point, or
   * beside the running one.
   */
  public static Optional<Jdk> newer() throws IOException {
    List<Path> homes = new ArrayList<>();
    Stream.of(
            System.getProperty("HOLDFAST_JDK25"),
            System.getenv("HOLDFAST_JDK25"),
            System.getenv("JAVA_HOME_25_X64"))
        .filter(Objects::nonNull)
        .forEach(home -> homes.add(Path.of(home)));
    homes.add(running().home());
    try (Stream<Path> siblings = Files.list(running().home().getParent())) {
      siblings.sorted().forEach(homes::add);
    }
    for (Path home : homes) {
      int release = release(home);
      if (release >= 21 && Files.exists(home.resolve("bin/javac"))) {
        return Optional.of(new Jdk(home, release));
      }
    }
    return Optional.empty();
  }

  private static int release(Path home) throws IOException {
    Path file = home.resolve("release");
    if (!Files.isReadable(file)) {
      return 0;
    }
    for (String line : Files.readAllLines(file)) {
      if (line.matches("JAVA_VERSION=\"[0-9]+.*")) {
        return Integer.parseInt(line.replaceAll("[^0-9]*([0-9]+).*", "$1"));
      }
    }
    return 0;
  }

  @Override
  public String toString() {
    return "JDK " + release;
  }
}

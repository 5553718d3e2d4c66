package dev.holdfast.analysis.bytecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A newer JDK on the machine that runs the tests. */
record Jdk(Path home, int release) {
  private static final int WANTED = 25;

  /**
   * Where {@code HOLDFAST_JDK25} or {@code JAVA_HOME_25_X64} point, else beside the running one.
   */
  static Optional<Jdk> newer() throws IOException {
    List<Path> homes = new ArrayList<>();
    Stream.of(
            System.getProperty("HOLDFAST_JDK25"),
            System.getenv("HOLDFAST_JDK25"),
            System.getenv("JAVA_HOME_25_X64"))
        .filter(Objects::nonNull)
        .forEach(home -> homes.add(Path.of(home)));
    Path running = Path.of(System.getProperty("java.home"));
    homes.add(running);
    try (Stream<Path> siblings = Files.list(running.getParent())) {
      siblings.sorted().forEach(homes::add);
    }
    for (Path home : homes) {
      int release = release(home);
      if (release >= WANTED && Files.exists(home.resolve("bin/javac"))) {
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

  /** Compiles with this JDK's own compiler. */
  void javac(Path source, Path directory, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/javac").toString()));
    command.addAll(List.of(options));
    command.addAll(List.of("-d", directory.toString(), source.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new AssertionError(output);
    }
  }
}

package dev.holdfast.cases.builds;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A finished process: how it ended and all it said. */
public record Run(int exit, List<String> lines) {
  public static Run of(Path directory, Path javaHome, List<String> command)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile(directory, "run", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", javaHome.toString());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("MAVEN_") || name.startsWith("JDK_"));
    Process process = builder.start();
    if (!process.waitFor(4, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("did not end: " + command);
    }
    return new Run(process.exitValue(), Files.readAllLines(log, StandardCharsets.UTF_8));
  }

  /** The lines that contain all of these words, in order. */
  public List<String> saying(String... words) {
    return lines.stream().filter(line -> List.of(words).stream().allMatch(line::contains)).toList();
  }

  @Override
  public String toString() {
    return "exit " + exit + "\n" + String.join("\n", lines);
  }
}

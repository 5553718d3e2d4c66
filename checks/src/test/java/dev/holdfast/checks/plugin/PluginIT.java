package dev.holdfast.checks.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The jars just built, in a user's build: by Maven and by the compiler alone, on old and new. */
class PluginIT {
  private static final String OLD = System.getProperty("holdfast.errorprone");
  private static final String NEW = System.getProperty("holdfast.errorprone.newest");

  private static final String SOURCE =
      """
      package app;

      class App {
        String name() {
          return "app";
        }
      }
      """;

  private static Path directory;
  private static Staged staged;

  @BeforeAll
  static void stage() throws Exception {
    directory = Path.of("target", "it").toAbsolutePath();
    // a leftover would answer for the jars just built
    delete(directory);
    Files.createDirectories(directory);
    staged = Staged.in(directory);
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static Jdk newer() throws Exception {
    Optional<Jdk> newer = Jdk.newer();
    assumeTrue(
        newer.isPresent(),
        "no JDK of at least 21 found; set HOLDFAST_JDK25 to the home of one to run this");
    return newer.get();
  }

  @Test
  void mavenOnTheOldestJdk() throws Exception {
    maven(Jdk.running(), OLD);
  }

  @Test
  void mavenOnANewJdkWithTheOldErrorProne() throws Exception {
    maven(newer(), OLD);
  }

  @Test
  void mavenOnANewJdkWithTheNewestErrorProne() throws Exception {
    maven(newer(), NEW);
  }

  @Test
  void plainCompiler() throws Exception {
    javac(Jdk.running());
  }

  @Test
  void plainCompilerOnANewJdk() throws Exception {
    javac(newer());
  }

  private void maven(Jdk jdk, String errorProne) throws Exception {
    ScratchProject project =
        ScratchProject.in(
            directory.resolve("maven-" + jdk.release() + "-" + errorProne),
            SOURCE,
            errorProne,
            "ErrorProne -XepOpt:Holdfast:Stats=true");
    Run run = project.maven(jdk, staged);
    assertEquals(0, run.exit(), run::toString);
    assertSpoken(run);
  }

  private void javac(Jdk jdk) throws Exception {
    ScratchProject project =
        ScratchProject.in(directory.resolve("javac-" + jdk.release()), SOURCE, OLD, "ErrorProne");
    String errorProne =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar") && !entry.contains("holdfast"))
            .collect(Collectors.joining(File.pathSeparator));
    Run run =
        project.javac(
            jdk,
            Staged.allJar() + File.pathSeparator + errorProne,
            "ErrorProne -XepOpt:Holdfast:Stats=true");
    assertEquals(0, run.exit(), run::toString);
    assertSpoken(run);
  }

  private static void assertSpoken(Run run) {
    assertEquals(1, run.saying("Holdfast:", "in 1 files").size(), run::toString);
    assertTrue(run.saying("could not analyse").isEmpty(), run::toString);
    assertEquals(List.of(), run.saying("\tat "), run::toString);
  }
}

package dev.holdfast.checks.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.holdfast.cases.Case;
import dev.holdfast.cases.Cases;
import dev.holdfast.cases.Engine;
import dev.holdfast.cases.Expected;
import dev.holdfast.cases.builds.Jdk;
import dev.holdfast.cases.builds.Run;
import dev.holdfast.cases.builds.Staged;
import dev.holdfast.rulebook.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

      import java.io.InputStream;
      import java.net.http.HttpClient;
      import java.net.http.HttpRequest;
      import java.net.http.HttpResponse;
      import java.net.http.HttpResponse.BodyHandlers;

      class App {
        int leaks(HttpClient client, HttpRequest request) throws Exception {
          HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
          return response.statusCode();
        }

        int closes(HttpClient client, HttpRequest request) throws Exception {
          try (InputStream body = client.send(request, BodyHandlers.ofInputStream()).body()) {
            return body.read();
          }
        }

        @SuppressWarnings("UnclosedHttpResponse")
        int accepted(HttpClient client, HttpRequest request) throws Exception {
          return client.send(request, BodyHandlers.ofInputStream()).statusCode();
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
    staged = Staged.in(directory, List.of("annotations", "catalog", "analysis", "checks"));
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
    javac(Jdk.running(), Cases.all());
  }

  @Test
  void plainCompilerOnANewJdk() throws Exception {
    Jdk newer = newer();
    javac(newer, Cases.all());
    javac(newer, Cases.modern().stream().filter(one -> one.release() <= newer.release()).toList());
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
    assertEquals(
        List.of(new Reported(project.source(), 11, "UnclosedHttpResponse")),
        Reported.in(run),
        run::toString);
  }

  /** Each case through the compiler as a user runs it: what it prints is what is marked. */
  private void javac(Jdk jdk, List<Case> cases) throws Exception {
    Map<Path, List<Case>> folders =
        cases.stream().collect(Collectors.groupingBy(one -> one.file().getParent()));
    StringBuilder flags = new StringBuilder("-XepDisableAllChecks -XepOpt:Holdfast:Stats=true");
    for (Rule rule : Rule.values()) {
      flags.append(" -Xep:").append(rule.ruleName());
    }
    int number = 0;
    for (List<Case> folder : folders.values()) {
      Path out = directory.resolve("javac-" + jdk.release() + "-" + number++);
      Files.createDirectories(out);
      Run run =
          new PlainCompiler(jdk)
              .compile(
                  out,
                  flags.toString(),
                  folder.get(0).release(),
                  folder.stream().map(Case::file).toList());
      assertEquals(0, run.exit(), run::toString);
      assertSpoken(run);
      assertEquals(lines(expected(folder)), lines(Reported.in(run)));
    }
  }

  private static List<Reported> expected(List<Case> cases) {
    List<Reported> expected = new ArrayList<>();
    for (Case one : cases) {
      for (Expected finding : one.expectedOf(Engine.SOURCE)) {
        if (!finding.possible()) {
          expected.add(new Reported(one.file(), finding.line(), finding.rule()));
        }
      }
    }
    return expected;
  }

  private static String lines(List<Reported> findings) {
    return findings.stream()
        .map(finding -> finding.file().getFileName() + ":" + finding.line() + " " + finding.rule())
        .distinct()
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static void assertSpoken(Run run) {
    assertEquals(1, run.saying("Holdfast:", " files, ").size(), run::toString);
    assertTrue(run.saying("could not analyse").isEmpty(), run::toString);
    assertEquals(List.of(), run.saying("\tat "), run::toString);
  }
}

package dev.holdfast.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as it is, with the program just packaged and the real checks in it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
final class LauncherIT {
  private static final Path LAUNCHER = Path.of("..", "holdfast").toAbsolutePath().normalize();

  private static final String LEAK =
      """
      package com.acme;

      import java.io.InputStream;
      import java.net.http.HttpClient;
      import java.net.http.HttpRequest;
      import java.net.http.HttpResponse;

      class Gateway {
        int status(HttpClient client, HttpRequest request) throws Exception {
          HttpResponse<InputStream> response =
              client.send(request, HttpResponse.BodyHandlers.ofInputStream());
          return response.statusCode();
        }
      }
      """;

  @TempDir private Path folder;

  private Run launch(Path launcher, Path workingFolder, Map<String, String> more, String... args)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(args));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(workingFolder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("HOLDFAST_NO_BUILD", "1");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(more);
    Process process = builder.start();
    assertTrue(process.waitFor(2, TimeUnit.MINUTES));
    return new Run(process.exitValue(), text(out), text(err));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private Path project() throws IOException {
    Sandbox sandbox = new Sandbox(folder.resolve("my project"));
    sandbox.write("src/com/acme/Gateway.java", LEAK);
    return sandbox.folder();
  }

  @Test
  void scansFromAnyFolderThroughASymbolicLink() throws Exception {
    Path project = project();
    Path links = Files.createDirectories(folder.resolve("some bin"));
    Files.createSymbolicLink(links.resolve("direct"), LAUNCHER);
    Files.createSymbolicLink(links.resolve("holdfast"), Path.of("direct"));
    Run run = launch(links.resolve("holdfast"), project, Map.of(), "scan", "src");
    assertEquals(1, run.exitCode(), run.err() + run.out());
    assertTrue(
        run.out().startsWith("error UnclosedHttpResponse  src/com/acme/Gateway.java:11:16\n"),
        run.out());
    String jdk = "JDK " + Runtime.version().feature();
    assertTrue(run.err().startsWith("holdfast: " + jdk + " in "), run.err());
    assertFalse(run.out().contains("\u001b["), run.out());
  }

  @Test
  void pageOfTheRuleIsWhereTheLauncherIs() throws Exception {
    Run run = launch(LAUNCHER, project(), Map.of(), "scan", ".");
    Path page = LAUNCHER.resolveSibling("docs/rules/UnclosedHttpResponse.md");
    assertTrue(run.out().contains("rule: " + page), run.out());
  }

  @Test
  void namesBeyondAsciiWorkWithoutALocale() throws Exception {
    Path project = project();
    Files.move(project.resolve("src"), project.resolve("gr\u00f6\u00dfe"));
    Run run = launch(LAUNCHER, project, Map.of("LC_ALL", "C"), "scan", ".");
    assertEquals(1, run.exitCode(), run.err());
    assertTrue(run.out().contains("  gr\u00f6\u00dfe/com/acme/Gateway.java:11:16"), run.out());
  }

  @Test
  void oldJavaHomeIsPassedOver() throws Exception {
    Path old = Files.createDirectories(folder.resolve("jdk8/bin")).getParent();
    Path javac = Files.writeString(old.resolve("bin/javac"), "#!/bin/sh\n");
    assertTrue(javac.toFile().setExecutable(true));
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"1.8.0_402\"\n");
    Path bin = Path.of(System.getProperty("java.home"), "bin");
    Map<String, String> environment =
        Map.of("JAVA_HOME", old.toString(), "PATH", bin + ":" + System.getenv("PATH"));
    Run run = launch(LAUNCHER, project(), environment, "scan", ".");
    assertEquals(1, run.exitCode(), run.err());
    assertFalse(run.err().contains("jdk8"), run.err());
  }

  @Test
  void withoutArgumentsItPrintsHelp() throws Exception {
    Run run = launch(LAUNCHER, folder, Map.of());
    assertEquals(0, run.exitCode());
    assertTrue(run.out().startsWith("Usage: holdfast"), run.out());
    assertEquals("", run.err());
  }
}

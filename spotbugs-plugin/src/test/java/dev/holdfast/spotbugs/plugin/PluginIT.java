package dev.holdfast.spotbugs.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.holdfast.cases.builds.Jdk;
import dev.holdfast.cases.builds.Run;
import dev.holdfast.cases.builds.Staged;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The jar just built, as users run it: by command line, by API and by Maven, on old and new. */
class PluginIT {
  private static final String TYPE = "HF_UNCLOSED_HTTP_RESPONSE";
  private static final String SPOTBUGS = System.getProperty("holdfast.spotbugs");
  private static final String MAVEN_PLUGIN = System.getProperty("holdfast.spotbugs.maven");

  private static final String SOURCE =
      """
      package app;

      import java.io.InputStream;
      import java.net.http.HttpClient;
      import java.net.http.HttpRequest;
      import java.net.http.HttpResponse;
      import java.net.http.HttpResponse.BodyHandlers;

      public class App {
        int leaks(HttpClient client, HttpRequest request) throws Exception {
          HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
          return response.statusCode();
        }

        int closes(HttpClient client, HttpRequest request) throws Exception {
          try (InputStream body = client.send(request, BodyHandlers.ofInputStream()).body()) {
            return body.read();
          }
        }
      }
      """;

  private static Path directory;

  @BeforeAll
  static void clean() throws Exception {
    directory = Path.of("target", "it").toAbsolutePath();
    // a leftover would answer for the jar just built
    if (Files.exists(directory)) {
      try (Stream<Path> paths = Files.walk(directory)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    Files.createDirectories(directory);
  }

  private static Jdk newer() throws Exception {
    Optional<Jdk> newer = Jdk.newer();
    assumeTrue(
        newer.isPresent(),
        "no JDK of at least 21 found; set HOLDFAST_JDK25 to the home of one to run this");
    return newer.get();
  }

  @Test
  void theJarHoldsAllItNeedsAndNothingOfSpotBugs() throws Exception {
    try (JarFile jar = new JarFile(SpotBugsProcess.PLUGIN.toFile())) {
      List<String> foreign =
          jar.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.endsWith(".class") && !name.startsWith("dev/holdfast/"))
              .toList();
      assertEquals(List.of(), foreign);
      for (String needed :
          List.of(
              "findbugs.xml",
              "messages.xml",
              "bugrank.txt",
              "META-INF/LICENSE-asm.txt",
              "dev/holdfast/shaded/asm/ClassReader.class",
              "dev/holdfast/annotations/Acquires.class")) {
        assertTrue(jar.getEntry(needed) != null, needed);
      }
    }
  }

  @Test
  void commandLine() throws Exception {
    commandLine(Jdk.running());
  }

  @Test
  void commandLineOnANewJdk() throws Exception {
    commandLine(newer());
  }

  /** Classes of all releases there are compilers for, with SpotBugs' own detectors along. */
  private static void commandLine(Jdk jdk) throws Exception {
    Path home = Files.createDirectories(directory.resolve("cli-" + jdk.release()));
    List<Path> classes = new ArrayList<>(List.of(compile(Jdk.running(), 17, home)));
    Optional<Jdk> newer = Jdk.newer();
    if (newer.isPresent()) {
      classes.add(compile(newer.get(), 21, home));
      if (newer.get().release() > 21) {
        classes.add(compile(newer.get(), newer.get().release(), home));
      }
    }
    for (Path folder : classes) {
      Path report = home.resolve(folder.getFileName() + ".xml");
      Run run =
          new SpotBugsProcess(jdk, home)
              .commandLine("-xml:withMessages=" + report, folder.toString());
      assertEquals(0, run.exit(), run::toString);
      assertEquals(
          List.of(new Reported(TYPE, "app.App", 11, 4)), Reported.in(report), run::toString);
    }
  }

  @Test
  void anExcludeFilterIsHeard() throws Exception {
    Path home = Files.createDirectories(directory.resolve("filter"));
    Path filter = home.resolve("exclude.xml");
    write(
        filter,
        """
        <FindBugsFilter>
          <Match>
            <Bug pattern="HF_UNCLOSED_HTTP_RESPONSE"/>
            <Class name="app.App"/>
          </Match>
        </FindBugsFilter>
        """);
    Path report = home.resolve("report.xml");
    Run run =
        new SpotBugsProcess(Jdk.running(), home)
            .commandLine(
                "-exclude",
                filter.toString(),
                "-xml:withMessages=" + report,
                compile(Jdk.running(), 17, home).toString());
    assertEquals(0, run.exit(), run::toString);
    assertEquals(List.of(), Reported.in(report), run::toString);
  }

  @Test
  void api() throws Exception {
    api(Jdk.running());
  }

  @Test
  void apiOnANewJdk() throws Exception {
    api(newer());
  }

  private static void api(Jdk jdk) throws Exception {
    Path home = Files.createDirectories(directory.resolve("api-" + jdk.release()));
    String tests = File.pathSeparator + Path.of("target/test-classes").toAbsolutePath();
    Run run =
        new SpotBugsProcess(jdk, home)
            .java(
                ApiUser.class.getName(),
                tests,
                List.of(
                    SpotBugsProcess.PLUGIN.toString(),
                    compile(Jdk.running(), 17, home).toString()));
    assertEquals(0, run.exit(), run::toString);
    assertEquals(List.of("bug " + TYPE + " 11"), run.saying("bug "), run::toString);
  }

  @Test
  void maven() throws Exception {
    maven(Jdk.running());
  }

  @Test
  void mavenOnANewJdk() throws Exception {
    maven(newer());
  }

  private static void maven(Jdk jdk) throws Exception {
    Path project = directory.resolve("maven-" + jdk.release());
    write(project.resolve("src/main/java/app/App.java"), SOURCE);
    write(project.resolve("pom.xml"), pom());
    Staged staged = Staged.in(directory, List.of("spotbugs-plugin"));
    Run run = staged.maven(project, jdk, "verify");
    assertNotEquals(0, run.exit(), run::toString);
    assertEquals(1, run.saying("[ERROR]", TYPE, "App.java:[line 11]").size(), run::toString);
    assertEquals(
        List.of(new Reported(TYPE, "app.App", 11, 4)),
        Reported.in(project.resolve("target/spotbugsXml.xml")),
        run::toString);
  }

  private static Path compile(Jdk jdk, int release, Path home) throws Exception {
    Path source = home.resolve("src/app/App.java");
    write(source, SOURCE);
    Path classes = Files.createDirectories(home.resolve("classes-" + release));
    Run run =
        Run.of(
            home,
            jdk.home(),
            List.of(
                jdk.home().resolve("bin/javac").toString(),
                "-g",
                "--release",
                String.valueOf(release),
                "-d",
                classes.toString(),
                source.toString()));
    assertEquals(0, run.exit(), run::toString);
    return classes;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String pom() {
    return """
    <project>
      <modelVersion>4.0.0</modelVersion>
      <groupId>app</groupId>
      <artifactId>app</artifactId>
      <version>1</version>
      <properties>
        <maven.compiler.source>17</maven.compiler.source>
        <maven.compiler.target>17</maven.compiler.target>
        <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
      </properties>
      <build>
        <plugins>
          <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
          <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.14.1</version></plugin>
          <plugin><artifactId>maven-surefire-plugin</artifactId><version>3.5.4</version></plugin>
          <plugin><artifactId>maven-jar-plugin</artifactId><version>3.4.2</version></plugin>
          <plugin>
            <groupId>com.github.spotbugs</groupId>
            <artifactId>spotbugs-maven-plugin</artifactId>
            <version>%s</version>
            <dependencies>
              <dependency>
                <groupId>com.github.spotbugs</groupId>
                <artifactId>spotbugs</artifactId>
                <version>%s</version>
              </dependency>
            </dependencies>
            <configuration>
              <plugins>
                <plugin>
                  <groupId>dev.holdfast</groupId>
                  <artifactId>holdfast-spotbugs</artifactId>
                  <version>%s</version>
                </plugin>
              </plugins>
            </configuration>
            <executions>
              <execution>
                <goals><goal>check</goal></goals>
              </execution>
            </executions>
          </plugin>
        </plugins>
      </build>
    </project>
    """
        .formatted(MAVEN_PLUGIN, SPOTBUGS, Staged.VERSION);
  }
}

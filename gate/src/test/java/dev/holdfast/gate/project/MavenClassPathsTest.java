package dev.holdfast.gate.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.gate.model.Coverage;
import dev.holdfast.gate.model.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs a script in place of Maven, which writes down how it was called. */
final class MavenClassPathsTest {
  @TempDir private Path folder;
  private final Coverage coverage = new Coverage();
  private Path jar;

  @BeforeEach
  void project() throws Exception {
    jar = Files.createFile(folder.resolve("guava.jar"));
    pom("pom.xml", "parent", "<modules><module>lib</module><module>app</module></modules>");
    pom("lib/pom.xml", "lib", "");
    pom(
        "app/pom.xml",
        "app",
        "<packaging>war</packaging><build><plugins><plugin><artifactId>evil</artifactId></plugin>"
            + "</plugins></build><dependencies><dependency><groupId>com.acme</groupId>"
            + "<artifactId>lib</artifactId><version>1</version></dependency><dependency>"
            + "<groupId>com.google.guava</groupId><artifactId>guava</artifactId></dependency>"
            + "<dependency><groupId>org.junit</groupId><artifactId>junit</artifactId>"
            + "<scope>test</scope></dependency>"
            + "</dependencies>");
  }

  private void pom(String name, String artifactId, String elements) throws Exception {
    Path file = folder.resolve("code").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "<project><groupId>com.acme</groupId><artifactId>"
            + artifactId
            + "</artifactId><version>1</version>"
            + elements
            + "</project>");
  }

  private Map<Path, List<Path>> ask(String script) throws Exception {
    Path maven = folder.resolve("mvn");
    Files.writeString(maven, "#!/bin/sh\necho \"$@\" >> " + folder + "/calls\n" + script);
    assertTrue(maven.toFile().setExecutable(true));
    Pom app = Pom.read(folder.resolve("code/app/pom.xml"));
    MavenClassPaths paths =
        new MavenClassPaths(
            new Maven(maven.toString()),
            new ClassPathCache(folder.resolve("cache")),
            true,
            coverage,
            Progress.NONE,
            new Names(folder));
    return paths.of(Reactor.around(app), Set.of(app.file()), false);
  }

  private List<String> calls() throws Exception {
    return Files.readAllLines(folder.resolve("calls"));
  }

  private String answer() {
    return "echo " + jar + " > app/holdfast-classpath.txt\n";
  }

  @Test
  void answerIsRememberedUntilAPomOrAJarChanges() throws Exception {
    Path app = folder.resolve("code/app/pom.xml");
    assertEquals(Map.of(app, List.of(jar)), ask(answer()));
    assertEquals(Map.of(app, List.of(jar)), ask(answer()));
    assertEquals(1, calls().size());
    pom("lib/pom.xml", "lib", "<name>changed</name>");
    ask(answer());
    assertEquals(2, calls().size());
    Files.delete(jar);
    ask(answer());
    assertEquals(3, calls().size());
  }

  @Test
  void networkIsUsedOnlyWhenTheAnswerIsNotThereWithoutIt() throws Exception {
    Map<Path, List<Path>> found = ask("case \"$*\" in *-o*) exit 1;; esac\n" + answer());
    assertEquals(1, found.size());
    assertEquals(2, calls().size());
    assertTrue(calls().get(0).contains(" -o "), calls().get(0));
    assertFalse(calls().get(1).contains(" -o "), calls().get(1));
    assertEquals(List.of(), coverage.gaps());
  }

  @Test
  void failureIsANoteWithMavensOwnReason() throws Exception {
    Map<Path, List<Path>> found =
        ask("echo '[ERROR] Could not resolve guava -> [Help 1]'\nexit 1\n");
    assertEquals(Map.of(), found);
    assertEquals(
        "Maven knows no class path of code/app (Could not resolve guava); give it by --classpath",
        coverage.gaps().get(0).text());
  }

  @Test
  void mavenSeesNeitherSiblingsNorTestsNorPluginsOfTheProject() throws Exception {
    ask("cp app/pom.xml " + folder + "/seen.xml\n" + answer());
    String seen = Files.readString(folder.resolve("seen.xml"));
    assertTrue(seen.contains("<artifactId>guava</artifactId>"), seen);
    assertFalse(seen.contains("<artifactId>lib</artifactId>"), seen);
    assertFalse(seen.contains("<artifactId>junit</artifactId>"), seen);
    assertFalse(seen.contains("evil"), seen);
    assertTrue(seen.contains("<packaging>jar</packaging>"), seen);
  }
}

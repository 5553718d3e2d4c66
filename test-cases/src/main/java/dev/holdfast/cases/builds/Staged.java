package dev.holdfast.cases.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The jars just built, laid out as a repository, so that a project outside this build can ask Maven
 * for them without anything being installed.
 */
public record Staged(Path repository) {
  public static final String VERSION = System.getProperty("holdfast.version");
  private static final Path ROOT = Path.of(System.getProperty("holdfast.root", ".."));
  private static final String PREFIX = "holdfast-";

  /**
   * Lays out jars below a directory.
   *
   * @param modules the folders of the modules wanted
   */
  public static Staged in(Path directory, List<String> modules) throws IOException {
    Path group = directory.resolve("staged/dev/holdfast");
    copy(ROOT.resolve("pom.xml"), group, PREFIX + "parent", "pom");
    for (String module : modules) {
      copy(ROOT.resolve(module).resolve("pom.xml"), group, artifact(module), "pom");
      copy(jar(module, ""), group, artifact(module), "jar");
    }
    return new Staged(directory.resolve("staged"));
  }

  /** A jar of a module as the build left it. */
  public static Path jar(String module, String classifier) {
    return ROOT.resolve(module)
        .resolve("target")
        .resolve(artifact(module) + "-" + VERSION + classifier + ".jar")
        .toAbsolutePath()
        .normalize();
  }

  private static String artifact(String module) {
    return PREFIX + module.replace("-plugin", "");
  }

  /**
   * Builds a project by the Maven that runs these tests; everything is taken from files where they
   * are there.
   */
  public Run maven(Path project, Jdk jdk, String... goals) throws Exception {
    Path home = Path.of(System.getProperty("holdfast.maven.home"));
    Path settings = project.resolve("settings.xml");
    Files.writeString(settings, settings());
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                home.resolve("bin/mvn").toString(),
                "--batch-mode",
                "--no-transfer-progress",
                "--settings",
                settings.toString(),
                "-Dmaven.repo.local=" + project.resolveSibling("m2")));
    command.addAll(List.of(goals));
    return Run.of(project, jdk.home(), command);
  }

  private String settings() {
    Path local = Path.of(System.getProperty("holdfast.maven.repository"));
    String repositories =
        repository("staged", repository.toUri().toString(), true)
            + repository("local", local.toUri().toString(), false);
    return "<settings><profiles><profile><id>files</id><repositories>"
        + repositories
        + "</repositories><pluginRepositories>"
        + repositories.replace("repository>", "pluginRepository>")
        + "</pluginRepositories></profile></profiles>"
        + "<activeProfiles><activeProfile>files</activeProfile></activeProfiles></settings>";
  }

  private static String repository(String id, String url, boolean snapshots) {
    return "<repository><id>"
        + id
        + "</id><url>"
        + url
        + "</url><releases><checksumPolicy>ignore</checksumPolicy></releases><snapshots><enabled>"
        + snapshots
        + "</enabled><updatePolicy>always</updatePolicy><checksumPolicy>ignore</checksumPolicy>"
        + "</snapshots></repository>";
  }

  private static void copy(Path from, Path group, String artifact, String extension)
      throws IOException {
    Path to =
        group
            .resolve(artifact)
            .resolve(VERSION)
            .resolve(artifact + "-" + VERSION + "." + extension);
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}

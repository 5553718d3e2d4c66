package dev.holdfast.gate.project;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the Maven command the user has. */
final class Maven {
  /** The file, beside each POM, that a class path is written to. */
  static final String OUTPUT = "holdfast-classpath.txt";

  private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin";
  private static final String PLUGIN_VERSION = "3.8.1";

  private final String command;

  Maven(String command) {
    this.command = command;
  }

  /**
   * Asks for the class paths of modules; what it could not answer is left unwritten.
   *
   * @return the first line of what went wrong, "" if nothing did
   */
  String classPaths(Path top, List<Path> poms, boolean offline, Duration limit, Path log)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(command, "-B", "-q", "-fae"));
    if (offline) {
      line.add("-o");
    }
    line.addAll(List.of("-f", top.toString(), "-pl", projects(top, poms)));
    line.add((offline ? installedPlugin() : PLUGIN + ":" + PLUGIN_VERSION) + ":build-classpath");
    line.add("-Dmdep.outputFile=" + OUTPUT);
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.directory(top.getParent().toFile());
    builder.redirectOutput(log.toFile()).redirectInput(ProcessBuilder.Redirect.from(nothing()));
    builder.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    try {
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        return "no answer within " + limit.toSeconds() + " s";
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return process.exitValue() == 0 ? "" : firstError(log);
  }

  private static File nothing() {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return new File(windows ? "NUL" : "/dev/null");
  }

  private static String projects(Path top, List<Path> poms) {
    List<String> names = new ArrayList<>();
    for (Path pom : poms) {
      String name = top.getParent().relativize(pom.getParent()).toString().replace('\\', '/');
      names.add(name.isEmpty() ? "." : name);
    }
    return String.join(",", names);
  }

  private static String firstError(Path log) throws IOException {
    for (String line : new String(Files.readAllBytes(log), Charset.defaultCharset()).split("\\R")) {
      String plain = line.replaceAll("\\x1b\\[[0-9;]*m", "");
      if (plain.startsWith("[ERROR]") && plain.length() > "[ERROR] ".length()) {
        String text = plain.substring("[ERROR] ".length());
        int help = text.indexOf(" -> [Help");
        return help < 0 ? text : text.substring(0, help);
      }
    }
    return "it failed without a word";
  }

  /** The plugin in the version that is there already, so that no network is needed. */
  private static String installedPlugin() {
    Path folder =
        Path.of(
            System.getProperty("user.home"),
            ".m2/repository/org/apache/maven/plugins/maven-dependency-plugin");
    if (!Files.isDirectory(folder)) {
      return "dependency";
    }
    try (Stream<Path> versions = Files.list(folder)) {
      Optional<String> newest =
          versions
              .filter(Maven::holdsJar)
              .map(version -> version.getFileName().toString())
              .filter(version -> version.matches("\\d+(\\.\\d+)*"))
              .max(Comparator.comparing(Version::parse));
      return newest.map(version -> PLUGIN + ":" + version).orElse("dependency");
    } catch (IOException e) {
      return "dependency";
    }
  }

  private static boolean holdsJar(Path version) {
    String name = "maven-dependency-plugin-" + version.getFileName() + ".jar";
    return Files.isRegularFile(version.resolve(name));
  }

  /** The first {@code mvn} on the PATH, or null. */
  static String onPath() {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String folder : path.split(File.pathSeparator)) {
      for (String name : List.of("mvn", "mvn.cmd")) {
        Path file = folder.isEmpty() ? null : Path.of(folder, name);
        if (file != null && Files.isExecutable(file) && Files.isRegularFile(file)) {
          return file.toString();
        }
      }
    }
    return null;
  }
}

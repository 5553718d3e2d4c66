package dev.holdfast.spotbugs.plugin;

import dev.holdfast.cases.builds.Jdk;
import dev.holdfast.cases.builds.Run;
import dev.holdfast.cases.builds.Staged;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** SpotBugs in a JVM of its own, which knows nothing of the plugin but its jar. */
record SpotBugsProcess(Jdk jdk, Path directory) {
  static final Path PLUGIN = Staged.jar("spotbugs-plugin", "");

  /** The command line: {@code spotbugs -textui -pluginList ..}. */
  Run commandLine(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("-pluginList", PLUGIN.toString()));
    all.addAll(List.of(arguments));
    return java("edu.umd.cs.findbugs.FindBugs2", "", all);
  }

  /** A main class of these tests. */
  Run java(String mainClass, String more, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(jdk.home().resolve("bin/java").toString());
    command.addAll(List.of("-cp", spotBugs() + more, mainClass));
    command.addAll(arguments);
    return Run.of(directory, jdk.home(), command);
  }

  /** The jars of the tests, of which SpotBugs' are some, without what is tested. */
  private static String spotBugs() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("holdfast-"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}

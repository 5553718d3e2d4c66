package dev.holdfast.checks.plugin;

import dev.holdfast.cases.builds.Jdk;
import dev.holdfast.cases.builds.Run;
import dev.holdfast.cases.builds.Staged;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The compiler alone, with Error Prone and the self-contained jar on its processor path. */
record PlainCompiler(Jdk jdk) {
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  Run compile(Path directory, String flags, int release, List<Path> files) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(jdk.home().resolve("bin/javac").toString());
    Openings.JVM.forEach(opening -> command.add("-J" + opening));
    command.addAll(Openings.COMPILER);
    command.addAll(
        List.of(
            "--release",
            String.valueOf(release),
            "-Xmaxwarns",
            "10000",
            "-Xplugin:ErrorProne " + flags,
            "-processorpath",
            Staged.jar("checks", "-all") + File.pathSeparator + errorProne(),
            "-classpath",
            CLASS_PATH,
            "-d",
            Files.createDirectories(directory.resolve("out")).toString()));
    files.forEach(file -> command.add(file.toString()));
    return Run.of(directory, jdk.home(), command);
  }

  /** The jars of the tests, of which Error Prone's are some, without what is tested. */
  private static String errorProne() {
    return Arrays.stream(CLASS_PATH.split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("holdfast-"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}

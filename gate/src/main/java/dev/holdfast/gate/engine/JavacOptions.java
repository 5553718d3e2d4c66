package dev.holdfast.gate.engine;

import dev.holdfast.gate.project.Compilation;
import dev.holdfast.gate.project.CompilerSettings;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The compiler's command line for a compilation that must go on whatever it meets. */
final class JavacOptions {
  /** The oldest release that every JDK from 17 on can still judge by. */
  private static final int OLDEST = 8;

  private JavacOptions() {}

  static List<String> of(Compilation compilation, Path generated) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-XDcompilePolicy=simple",
                "--should-stop=ifError=FLOW",
                "-XDaddTypeAnnotationsToSymbol=true",
                "-Xmaxerrs",
                "1000000",
                "-nowarn",
                "-Xlint:none",
                "-implicit:none"));
    if (compilation.processorPath().isEmpty()) {
      options.add("-proc:none");
    } else {
      options.addAll(List.of("-processorpath", join(compilation.processorPath())));
      options.addAll(List.of("-s", generated.toString(), "-d", generated.toString()));
    }
    options.addAll(List.of("-classpath", join(compilation.classPath())));
    // even if empty: otherwise the compiler searches the class path for sources
    options.addAll(List.of("-sourcepath", join(compilation.sourcePath())));
    addLevel(compilation.settings(), options);
    return options;
  }

  private static void addLevel(CompilerSettings settings, List<String> options) {
    int newest = Runtime.version().feature();
    if (settings.level() > 0) {
      String level = String.valueOf(Math.max(OLDEST, Math.min(settings.level(), newest)));
      if (settings.bootClasses()) {
        options.addAll(List.of("--release", level));
      } else {
        options.addAll(List.of("-source", level, "-target", level));
      }
    }
    if (!settings.bootClasses() && settings.level() != OLDEST) {
      options.addAll(settings.exports());
    }
    if (settings.preview() && (settings.level() == 0 || settings.level() == newest)) {
      options.add("--enable-preview");
    }
  }

  private static String join(List<Path> paths) {
    return String.join(File.pathSeparator, paths.stream().map(Path::toString).toList());
  }
}

package dev.holdfast.spotbugs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Class files made by the running compiler, with debug information. */
final class Compiled {
  private Compiled() {}

  /** Compiles sources given by file name, into a folder below this one. */
  static Path of(Path folder, Map<String, String> sources) throws Exception {
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve("src").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, source.getValue()));
    }
    return of(folder.resolve("classes"), files);
  }

  /** Compiles files into this folder. */
  static Path of(Path classes, List<Path> files) throws Exception {
    Files.createDirectories(classes);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter log = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      compiler
          .getTask(
              log,
              manager,
              null,
              List.of(
                  "-g",
                  "-proc:none",
                  "-nowarn",
                  "-classpath",
                  System.getProperty("java.class.path"),
                  "-d",
                  classes.toString()),
              null,
              manager.getJavaFileObjectsFromPaths(files))
          .call();
    }
    assertEquals(
        List.of(), log.toString().lines().filter(line -> line.contains(": error:")).toList());
    return classes;
  }
}

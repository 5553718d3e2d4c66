package dev.holdfast.gate;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of small projects to scan. */
record Sandbox(Path folder) {
  /** Writes a file, with the folders above it. */
  Path write(String name, String text) throws IOException {
    return write(name, text, StandardCharsets.UTF_8);
  }

  Path write(String name, String text, Charset charset) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, text.getBytes(charset));
  }

  /** Writes a class whose method holds these statements, with methods to call in them. */
  Path javaFile(String name, String packageName, String statements) throws IOException {
    String type = Path.of(name).getFileName().toString().replace(".java", "");
    String header = packageName.isEmpty() ? "" : "package " + packageName + ";\n\n";
    return write(
        name,
        header
            + "class "
            + type
            + " {\n  void run() {\n    "
            + statements
            + "\n  }\n\n"
            + "  static String open() { return \"\"; }\n"
            + "  static void leak() {}\n"
            + "  static void maybe() {}\n"
            + "  static void suggest() {}\n"
            + "  static void forever() {}\n"
            + "  static void crash() {}\n"
            + "}\n");
  }

  /** Writes a POM with these elements inside its project element. */
  Path pom(String name, String artifactId, String elements) throws IOException {
    return write(
        name,
        "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion>"
            + "<groupId>com.acme</groupId><artifactId>"
            + artifactId
            + "</artifactId><version>1</version>"
            + elements
            + "</project>");
  }

  Run run(String... args) {
    return Run.in(folder, args);
  }
}

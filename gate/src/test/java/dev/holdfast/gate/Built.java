package dev.holdfast.gate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Class files and jars for a scan to read. */
final class Built {
  /** A class of which {@code read} loses a response, in line 4. */
  static final String LEAKS =
      """
      package shop;
      class Prices {
        static int read(java.net.http.HttpClient c, java.net.http.HttpRequest r) throws Exception {
          return c.send(r, java.net.http.HttpResponse.BodyHandlers.ofInputStream()).statusCode();
        }
      }
      """;

  private Built() {}

  /** Compiles one source file into a folder; it stays beside no class file. */
  static Path compile(Path classes, String source, String... options) throws IOException {
    Files.createDirectories(classes);
    Path folder = Files.createTempDirectory(classes.getParent(), "sources");
    String name = source.replaceFirst("(?s).*?\\b(?:class|record|interface) (\\w+).*", "$1");
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    List<String> all = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
    all.addAll(List.of(options));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter log = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      if (!compiler.getTask(log, files, null, all, null, files.getJavaFileObjects(file)).call()) {
        throw new AssertionError(log);
      }
    }
    Files.delete(file);
    Files.delete(folder);
    return classes;
  }

  /** The files of a folder by their names in a jar. */
  static Map<String, byte[]> entries(Path folder) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        entries.put(name, Files.readAllBytes(file));
      }
    }
    return entries;
  }

  static Path jar(Path jar, Map<String, byte[]> entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return jar;
  }
}

package dev.holdfast.checks.frontend;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.JavaFileObject;

/** The sources of a library, from its source jar on the class path of the tests. */
final class SourceJar {
  private SourceJar() {}

  static List<JavaFileObject> read(String prefix) throws Exception {
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      String name = new File(entry).getName();
      if (name.startsWith(prefix) && name.endsWith("-sources.jar")) {
        return sources(new File(entry));
      }
    }
    throw new IllegalStateException("no sources of " + prefix + " on the class path");
  }

  private static List<JavaFileObject> sources(File jar) throws Exception {
    List<JavaFileObject> sources = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar)) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String name = entry.getName();
        boolean isClass = name.endsWith(".java") && !name.endsWith("-info.java");
        if (isClass) {
          byte[] bytes = zip.getInputStream(entry).readAllBytes();
          sources.add(new Compilation.Text(name, new String(bytes, StandardCharsets.UTF_8)));
        }
      }
    }
    return sources;
  }
}

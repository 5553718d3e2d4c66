package dev.holdfast.gate.engine;

import dev.holdfast.catalog.Catalog;
import dev.holdfast.catalog.StubProblem;
import dev.holdfast.catalog.StubSource;
import dev.holdfast.checks.Notice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.Diagnostic;

/** The catalog of a class path that no compiler holds open. */
final class StubsOnClassPath {
  private static final String RESOURCE = "META-INF/holdfast.astub";

  private StubsOnClassPath() {}

  /** What is wrong in the team's stubs they can mend; what is wrong in a library's they can not. */
  static Catalog catalog(List<String> team, List<Path> classPath, Crashes crashes) {
    List<StubSource> own = new ArrayList<>();
    team.forEach(stub -> own.addAll(StubSource.at(Path.of(stub))));
    List<StubSource> shipped = new ArrayList<>();
    classPath.forEach(entry -> read(entry, shipped));
    Catalog catalog = Catalog.with(own, shipped);
    Set<String> names = new HashSet<>();
    own.forEach(source -> names.add(source.name()));
    for (StubProblem problem : catalog.problems()) {
      Diagnostic.Kind kind =
          names.contains(problem.file()) ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING;
      crashes.tell(new Notice(kind, problem.toString()));
    }
    return catalog;
  }

  private static void read(Path entry, List<StubSource> found) {
    String name = entry + "!/" + RESOURCE;
    try {
      if (Files.isDirectory(entry)) {
        Path file = entry.resolve(RESOURCE);
        if (Files.isRegularFile(file)) {
          found.add(StubSource.of(file.toString(), Files.readString(file)));
        }
        return;
      }
      try (ZipFile jar = new ZipFile(entry.toFile())) {
        ZipEntry stubs = jar.getEntry(RESOURCE);
        if (stubs != null) {
          try (InputStream in = jar.getInputStream(stubs)) {
            found.add(StubSource.of(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
          }
        }
      }
    } catch (IOException e) {
      found.add(new StubSource(name, null, "cannot be read: " + e.getMessage()));
    }
  }
}

package dev.holdfast.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The incidents and edges, for the tests of every engine.
 *
 * <p>A marker ends the line of the offending expression, the one with the name of the called
 * member:
 *
 * <ul>
 *   <li>a lost client, response or borrowed object: where it was made, opened or borrowed; for a
 *       wrapper, the call of the wrapper
 *   <li>a missing limit: where the object that carries it was made
 *   <li>an escape: the statement by which it gets out, be it a call, an assignment or a return
 *   <li>a use after the return: the use
 *   <li>a dig: its deepest access; an untyped binding: the binding
 * </ul>
 *
 * <p>{@code // expect: Rule, Rule} is a finding shown by default, {@code // possible: Rule} one
 * that is shown on demand, {@code // expect@source: Rule — reason} one that only one engine can
 * see. Everything unmarked must stay silent.
 *
 * <p>{@code -Dholdfast.cases=UnboundedCache} leaves only the files whose names start so.
 */
public final class Cases {
  private static final String SOURCES = "test-cases/src/main/java";
  private static final String MODERN_SOURCES = "test-cases/src/main/java25";
  private static final String ONLY = System.getProperty("holdfast.cases", "");

  private Cases() {}

  /** All cases that are compiled with this module, sorted by path. */
  public static List<Case> all() {
    Path packages = sources().resolve("dev/holdfast/cases");
    return Stream.of("incidents", "edges")
        .flatMap(folder -> in(packages.resolve(folder), 17).stream())
        .toList();
  }

  /** Code that was written by somebody who did not know the analysis: see the module's README. */
  public static List<Case> exam() {
    return in(sources().resolve("dev/holdfast/exam"), 17);
  }

  /** Cases in the language of JDK 25, which this module cannot compile. */
  public static List<Case> modern() {
    return in(root().resolve(MODERN_SOURCES), 25);
  }

  /** Source root of {@link #all()}; goes to {@code -sourcepath} where a case is compiled alone. */
  public static Path sources() {
    return root().resolve(SOURCES);
  }

  private static List<Case> in(Path folder, int release) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .filter(file -> file.getFileName().toString().startsWith(ONLY))
          .sorted()
          .map(file -> new Case(file, release, Markers.of(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list cases in " + folder, e);
    }
  }

  /** The repository, from wherever inside it the tests run. */
  private static Path root() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(SOURCES))) {
        return folder;
      }
    }
    throw new IllegalStateException("no " + SOURCES + " above " + start);
  }
}

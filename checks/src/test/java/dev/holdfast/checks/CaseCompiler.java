package dev.holdfast.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import dev.holdfast.cases.Cases;
import dev.holdfast.cases.Engine;
import dev.holdfast.cases.Expected;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles cases against the class path of the tests, which has the class files of all of them.
 * Keeps its jars open from one compile to the next.
 */
public final class CaseCompiler implements AutoCloseable {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /** In a folder, as a build leaves them, and not in the jar that it may have made of them. */
  private static final Path CLASSES =
      Cases.sources().resolve("../../../target/classes").normalize();

  private final StandardJavaFileManager manager = COMPILER.getStandardFileManager(null, null, null);
  private final List<Notice> notices = new ArrayList<>();
  private final Options options;

  /** With every rule on. */
  public CaseCompiler() {
    this(Options.DEFAULT);
  }

  CaseCompiler(Options options) {
    this.options = options;
  }

  /** What the witness finds in each of these files, compiled together and judged in this order. */
  public Map<Path, Set<Expected>> findings(List<Path> files) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    manager.getJavaFileObjectsFromPaths(files).forEach(sources::add);
    Map<Path, Set<Expected>> all = new HashMap<>();
    judge(sources)
        .forEach(
            (source, findings) -> {
              Set<Expected> found = new HashSet<>();
              for (SourceFinding finding : findings) {
                boolean possible = !finding.finding().isShownByDefault();
                String rule = finding.rule().ruleName();
                found.add(new Expected(finding.line(), rule, Engine.SOURCE, possible));
              }
              all.put(Path.of(source), found);
            });
    return all;
  }

  /** The same in full for sources wherever they are. */
  public Map<URI, List<SourceFinding>> judge(List<? extends JavaFileObject> sources)
      throws IOException {
    DiagnosticCollector<JavaFileObject> log = new DiagnosticCollector<>();
    List<String> flags =
        List.of(
            "-proc:none",
            "-XDcompilePolicy=simple",
            "-implicit:none",
            "-classpath",
            CLASSES + File.pathSeparator + System.getProperty("java.class.path"));
    JavacTask task = (JavacTask) COMPILER.getTask(null, manager, log, flags, null, sources);
    List<CompilationUnitTree> units = new ArrayList<>();
    task.parse().forEach(units::add);
    task.analyze();
    assertEquals(
        List.of(),
        log.getDiagnostics().stream()
            .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
            .toList());
    SourceWitness witness = SourceWitness.of(((BasicJavacTask) task).getContext(), () -> options);
    Map<URI, List<SourceFinding>> all = new HashMap<>();
    for (CompilationUnitTree unit : units) {
      all.put(unit.getSourceFile().toUri(), witness.findings(unit));
    }
    notices.addAll(witness.notices());
    return all;
  }

  /** What the witness had to say beside findings. */
  public List<Notice> notices() {
    return List.copyOf(notices);
  }

  @Override
  public void close() throws IOException {
    manager.close();
  }
}

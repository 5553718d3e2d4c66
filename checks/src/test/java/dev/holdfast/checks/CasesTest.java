package dev.holdfast.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import dev.holdfast.cases.Case;
import dev.holdfast.cases.Cases;
import dev.holdfast.cases.Engine;
import dev.holdfast.cases.Expected;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case, in both directions: a missing finding fails and so does one that nobody marked. */
class CasesTest {
  private static final Map<Path, Set<Expected>> FOUND = new HashMap<>();
  private static final List<Notice> NOTICES = new ArrayList<>();

  static Stream<Case> cases() {
    return Cases.all().stream();
  }

  @BeforeAll
  static void compile() throws Exception {
    Map<Path, List<Path>> folders =
        cases().map(Case::file).collect(Collectors.groupingBy(Path::getParent));
    for (List<Path> files : folders.values()) {
      compile(files);
    }
  }

  /** All files of a folder at once, as a build would: some cases are two files. */
  private static void compile(List<Path> files) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> log = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(log, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  log,
                  List.of(
                      "-proc:none",
                      "-XDcompilePolicy=simple",
                      "-classpath",
                      System.getProperty("java.class.path")),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      task.analyze();
      assertEquals(
          List.of(),
          log.getDiagnostics().stream()
              .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
              .toList());
      SourceWitness witness =
          SourceWitness.of(((BasicJavacTask) task).getContext(), () -> Options.DEFAULT);
      for (CompilationUnitTree unit : units) {
        Set<Expected> found = new HashSet<>();
        for (SourceFinding finding : witness.findings(unit)) {
          found.add(
              new Expected(
                  finding.line(),
                  finding.rule().ruleName(),
                  Engine.SOURCE,
                  !finding.finding().isShownByDefault()));
        }
        FOUND.put(Path.of(unit.getSourceFile().toUri()), found);
      }
      NOTICES.addAll(witness.notices());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reportsExactlyWhatIsMarked(Case one) throws Exception {
    Set<Expected> found = FOUND.get(one.file());
    assertEquals("", one.differences(Engine.SOURCE, found), one.name());
  }

  @Test
  void nothingCrashesAndNoStubIsBroken() {
    assertEquals(List.of(), NOTICES);
  }
}

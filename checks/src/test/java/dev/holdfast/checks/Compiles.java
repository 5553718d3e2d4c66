package dev.holdfast.checks;

import com.google.errorprone.BaseErrorProneJavaCompiler;
import com.google.errorprone.scanner.ScannerSupplier;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.util.Context;
import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.rulebook.Level;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles of sources in memory by the real compiler, with and without Error Prone; they write
 * nothing.
 */
final class Compiles {
  private static final List<String> FLAGS =
      List.of(
          "-proc:none",
          "-XDcompilePolicy=simple",
          "--should-stop=ifError=FLOW",
          "--should-stop=ifNoError=FLOW",
          "-XDaddTypeAnnotationsToSymbol=true",
          "-Xlint:-options");

  private Compiles() {}

  /** A compile that is set up but not run. */
  static JavacTask task(
      JavaCompiler compiler,
      List<String> flags,
      DiagnosticCollector<JavaFileObject> log,
      Source... sources)
      throws Exception {
    List<String> all = new ArrayList<>(FLAGS);
    all.addAll(flags);
    return (JavacTask) compiler.getTask(null, null, log, all, null, List.of(sources));
  }

  static Context context(JavacTask task) {
    return ((BasicJavacTask) task).getContext();
  }

  /** The lines of a compile under Error Prone with all checks of the rulebook. */
  static List<String> underErrorProne(
      List<String> errorProneFlags, Consumer<Context> before, Source... sources) throws Exception {
    DiagnosticCollector<JavaFileObject> log = new DiagnosticCollector<>();
    JavaCompiler compiler =
        new BaseErrorProneJavaCompiler(ScannerSupplier.fromBugCheckerClasses(HoldfastChecks.all()));
    JavacTask task = task(compiler, errorProneFlags, log, sources);
    before.accept(context(task));
    task.call();
    return lines(log);
  }

  /** What the witness says of sources, without Error Prone, whether or not they compile. */
  static Witnessed witnessed(List<String> flags, Map<String, String> options, Source... sources)
      throws Exception {
    DiagnosticCollector<JavaFileObject> log = new DiagnosticCollector<>();
    JavacTask task = task(ToolProvider.getSystemJavaCompiler(), flags, log, sources);
    List<CompilationUnitTree> units = new ArrayList<>();
    task.parse().forEach(units::add);
    task.analyze();
    SourceWitness witness = SourceWitness.of(context(task), () -> Options.of(options));
    List<String> findings = new ArrayList<>();
    for (CompilationUnitTree unit : units) {
      for (SourceFinding found : witness.findings(unit)) {
        if (found.finding().isShownByDefault()) {
          findings.add(found.line() + " " + found.rule().ruleName());
        }
      }
    }
    List<String> notices = new ArrayList<>();
    witness.notices().forEach(notice -> notices.add(notice.kind() + " " + notice.text()));
    boolean compiles =
        log.getDiagnostics().stream()
            .noneMatch(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR);
    return new Witnessed(findings, notices, witness.statistics(), compiles);
  }

  /**
   * The witness's word.
   *
   * @param findings those shown by default, as {@code line Rule}
   * @param notices as {@code KIND text}
   */
  record Witnessed(
      List<String> findings, List<String> notices, Statistics statistics, boolean compiles) {}

  static List<String> lines(DiagnosticCollector<JavaFileObject> log) {
    List<String> lines = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : log.getDiagnostics()) {
      String text = diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElse("");
      lines.add(
          diagnostic.getKind().toString().toLowerCase(Locale.ROOT)
              + (diagnostic.getLineNumber() > 0 ? " " + diagnostic.getLineNumber() : "")
              + " "
              + text);
    }
    return lines;
  }

  /** One body for each unit, standing for all its code. */
  static Body body(String method) {
    Site site = Site.of(method, 1);
    return new Body(
        new MethodRef("app.X", method, "()V"),
        true,
        0,
        List.of(),
        List.of(new Block(List.of(new Op.Return(Op.NONE, site)), List.of())),
        List.of());
  }

  static Finding finding(Rule rule, Level level, boolean definite, Site site) {
    return new Finding(
        rule, level, definite, body("m").method(), site, "flagged", "Mend it", List.of());
  }
}

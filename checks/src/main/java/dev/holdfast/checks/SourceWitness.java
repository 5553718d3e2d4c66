package dev.holdfast.checks;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.util.Context;
import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ir.Body;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.tools.Diagnostic;

/**
 * What the source says: one for each compilation. Analyses every body once, whoever asks for how
 * many rules, and never lets a defect of its own become one of the user's build.
 */
public final class SourceWitness {
  private static final Context.Key<SourceWitness> KEY = new Context.Key<>();

  /** Crashes told one by one; more of them are one defect told often. */
  private static final int CRASHES_TOLD = 5;

  private final Options options;
  private final Trees trees;
  private final Acceptance acceptance;
  private final Function<CompilationUnitTree, List<Body>> bodies;
  private final Function<Body, List<Finding>> analysis;
  private final Statistics statistics = new Statistics();
  private final List<Notice> notices = new ArrayList<>();
  private int crashes;
  private CompilationUnitTree lastUnit;
  private List<SourceFinding> lastFindings;

  SourceWitness(
      Context context,
      Options options,
      Function<CompilationUnitTree, List<Body>> bodies,
      Function<Body, List<Finding>> analysis) {
    this.options = options;
    this.trees = JavacTrees.instance(context);
    this.acceptance = new Acceptance(trees);
    this.bodies = bodies;
    this.analysis = analysis;
    context.put(KEY, this);
    options.problems().forEach(problem -> tell(Diagnostic.Kind.ERROR, problem));
  }

  /** The witness of this compilation; the first to ask gives the options. */
  public static SourceWitness of(Context context, Supplier<Options> options) {
    SourceWitness witness = context.get(KEY);
    return witness != null
        ? witness
        : new SourceWitness(context, options.get(), unit -> List.of(), body -> List.of());
  }

  public Options options() {
    return options;
  }

  public Statistics statistics() {
    return statistics;
  }

  /** What the user should hear beside findings, in the order it came up; grows with the units. */
  public List<Notice> notices() {
    return List.copyOf(notices);
  }

  /**
   * All findings in this compilation unit, those shown only on demand included and those that the
   * code accepts left out. The unit must be attributed; what is erroneous in it is skipped.
   */
  public List<SourceFinding> findings(CompilationUnitTree unit) {
    if (unit != lastUnit) {
      long start = System.nanoTime();
      lastFindings = List.copyOf(witness(unit));
      lastUnit = unit;
      statistics.unit(lastFindings.size(), System.nanoTime() - start);
    }
    return lastFindings;
  }

  private List<SourceFinding> witness(CompilationUnitTree unit) {
    List<SourceFinding> found = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (Body body : bodies.apply(unit)) {
      try {
        for (Finding finding : analysis.apply(body)) {
          SourceFinding placed = place(finding, unit);
          if (placed != null && seen.add(List.of(finding.rule(), placed.startOffset()))) {
            found.add(placed);
          }
        }
      } catch (RuntimeException | StackOverflowError | LinkageError crash) {
        crashed(body.method().owner() + "." + body.method().name(), crash);
      }
    }
    return found;
  }

  private SourceFinding place(Finding finding, CompilationUnitTree unit) {
    if (!(finding.site().handle() instanceof Tree tree)) {
      return null;
    }
    TreePath path = TreePath.getPath(new TreePath(unit), tree);
    if (path == null || acceptance.covers(path, finding.rule())) {
      return null;
    }
    CalledName name = CalledName.of(tree, unit, trees.getSourcePositions());
    LineMap lines = unit.getLineMap();
    return new SourceFinding(
        finding, path, name.start(), name.end(), name.line(lines), name.column(lines));
  }

  private void crashed(String what, Throwable crash) {
    statistics.gaveUp(crash.getClass().getSimpleName());
    crashes++;
    if (crashes <= CRASHES_TOLD) {
      tell(
          Diagnostic.Kind.NOTE,
          "Holdfast could not analyse " + what + ": " + crash + "; the compile goes on");
    }
  }

  private void tell(Diagnostic.Kind kind, String text) {
    notices.add(new Notice(kind, text));
  }
}

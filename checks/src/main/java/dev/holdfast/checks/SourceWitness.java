package dev.holdfast.checks;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.util.Context;
import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.Settings;
import dev.holdfast.analysis.configuration.Configuration;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.checks.fix.Fix;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.tools.Diagnostic;
import javax.tools.JavaFileManager;

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
  private final Engine engine;
  private final List<Notice> notices = new ArrayList<>();
  private final Map<String, Integer> crashes = new TreeMap<>();
  private int crashed;
  private final Set<String> defects = new HashSet<>();
  private int units;
  private int findings;
  private long nanos;
  private CompilationUnitTree lastUnit;
  private List<SourceFinding> lastFindings;

  SourceWitness(Context context, Options options, Engine engine) {
    this.options = options;
    this.trees = JavacTrees.instance(context);
    this.acceptance = new Acceptance(trees);
    this.engine = engine;
    options.problems().forEach(problem -> tell(Diagnostic.Kind.ERROR, problem));
    context.put(KEY, this);
  }

  /**
   * The witness of this compilation; the first to ask gives the options. A rule that asks although
   * they say that it is off is one that patches are made for: then no rule counts as off.
   */
  static SourceWitness of(Context context, Rule asking, Supplier<Options> options) {
    SourceWitness known = context.get(KEY);
    if (known != null && !known.options.off().contains(asking)) {
      return known;
    }
    Options read = options.get();
    if (read.off().contains(asking)) {
      context.put(KEY, (SourceWitness) null);
      return of(context, () -> read.withOff(Set.of()));
    }
    return of(context, () -> read);
  }

  /** The witness of this compilation; the first to ask gives the options. */
  public static SourceWitness of(Context context, Supplier<Options> options) {
    SourceWitness known = context.get(KEY);
    if (known != null) {
      return known;
    }
    long start = System.nanoTime();
    Options read = options.get();
    SourceWitness witness;
    try {
      Configuration configured = read.configuration();
      TeamCatalog catalog =
          TeamCatalog.of(
              configured.stubs(), CompilerClassPath.of(context.get(JavaFileManager.class)));
      Settings settings = configured.settings().withQuiet(read.quiet()).withOff(read.off());
      witness =
          new SourceWitness(context, read, new SourceEngine(context, settings, catalog.catalog()));
      for (String problem : configured.problems()) {
        witness.tell(Diagnostic.Kind.ERROR, problem);
      }
      witness.notices.addAll(catalog.notices());
    } catch (RuntimeException | LinkageError crash) {
      witness = new SourceWitness(context, read, Engine.NONE);
      witness.crashed("anything", crash);
    }
    witness.nanos = System.nanoTime() - start;
    return witness;
  }

  public Options options() {
    return options;
  }

  /** What was looked at so far. */
  public Statistics statistics() {
    Map<String, Integer> givenUp = new TreeMap<>(engine.givenUp());
    crashes.forEach((reason, count) -> givenUp.merge(reason, count, Integer::sum));
    return new Statistics(units, engine.seen(), engine.lowered(), givenUp, findings, nanos);
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
      lastFindings = GeneratedSources.contain(unit) ? List.of() : analyze(unit);
      lastUnit = unit;
      units++;
      findings += lastFindings.size();
      nanos += System.nanoTime() - start;
    }
    return lastFindings;
  }

  /** A change that mends a finding of this compilation, where one is sure. */
  public Optional<Fix> fix(SourceFinding found) {
    try {
      return engine.fix(found.finding(), found.path());
    } catch (RuntimeException | LinkageError crash) {
      crashed("mend line " + found.line() + " of " + fileOf(found), crash);
      return Optional.empty();
    }
  }

  private static String fileOf(SourceFinding found) {
    return found.path().getCompilationUnit().getSourceFile().getName();
  }

  private List<SourceFinding> analyze(CompilationUnitTree unit) {
    Map<Object, SourceFinding> places = new LinkedHashMap<>();
    try {
      engine.bodies(unit, body -> analyze(body, unit, places));
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError crash) {
      crashed(unit.getSourceFile().getName(), crash);
    }
    engine.defects().forEach((defect, place) -> tellDefect(defect, place, unit));
    return List.copyOf(places.values());
  }

  private void analyze(Body body, CompilationUnitTree unit, Map<Object, SourceFinding> places) {
    try {
      for (Finding finding : engine.findings(body)) {
        SourceFinding placed = place(finding, unit);
        if (placed != null) {
          Object key = List.of(finding.rule(), placed.startOffset());
          places.merge(key, placed, SourceWitness::moreCertain);
        }
      }
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError crash) {
      String file = unit.getSourceFile().getName();
      crashed(body.method().owner() + "." + body.method().name() + " in " + file, crash);
    }
  }

  private static SourceFinding moreCertain(SourceFinding known, SourceFinding other) {
    boolean better = other.finding().isShownByDefault() && !known.finding().isShownByDefault();
    return better ? other : known;
  }

  /** The finding at its place, or null where the code around it accepts it. */
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

  private void tellDefect(String defect, String place, CompilationUnitTree unit) {
    if (defects.add(defect)) {
      String file = unit.getSourceFile().getName();
      tellCrash("read " + place + (place.endsWith(file) ? "" : ", met in " + file), defect);
    }
  }

  private void crashed(String what, Throwable crash) {
    crashes.merge(crash.getClass().getSimpleName(), 1, Integer::sum);
    tellCrash("analyse " + what, crash.toString());
  }

  private void tellCrash(String what, String why) {
    crashed++;
    if (crashed <= CRASHES_TOLD) {
      tell(
          Diagnostic.Kind.NOTE,
          "Holdfast could not " + what + ": " + why + "; the compile goes on");
    }
  }

  private void tell(Diagnostic.Kind kind, String text) {
    notices.add(new Notice(kind, text));
  }
}

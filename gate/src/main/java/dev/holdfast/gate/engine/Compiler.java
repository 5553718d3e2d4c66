package dev.holdfast.gate.engine;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.api.ClientCodeWrapper;
import com.sun.tools.javac.api.JavacTool;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.util.Context;
import dev.holdfast.checks.Notice;
import dev.holdfast.checks.SourceFinding;
import dev.holdfast.gate.model.Coverage;
import dev.holdfast.gate.model.Gap;
import dev.holdfast.gate.model.Hit;
import dev.holdfast.gate.model.Progress;
import dev.holdfast.gate.model.SourceFile;
import dev.holdfast.gate.project.Compilation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/** One run of the compiler, up to attributed trees and no further, and the witness over them. */
final class Compiler {
  private final Compilation compilation;
  private final List<CompiledSource> sources;
  private final Function<Context, Witness> witnesses;
  private final Coverage coverage;
  private final Progress progress;
  private final Crashes crashes;
  private final KnownSources known;
  private final CompilerLog log = new CompilerLog();
  private final List<Hit> hits = new ArrayList<>();
  private final List<CompiledSource> clashing = new ArrayList<>();
  private String attributing = "";
  private int attributed;

  Compiler(
      Compilation compilation,
      List<CompiledSource> sources,
      Function<Context, Witness> witnesses,
      Coverage coverage,
      Progress progress,
      Crashes crashes,
      KnownSources known) {
    this.compilation = compilation;
    this.sources = sources;
    this.witnesses = witnesses;
    this.coverage = coverage;
    this.progress = progress;
    this.crashes = crashes;
    this.known = known;
  }

  List<Hit> hits() {
    return hits;
  }

  /** Files with a class that another file has too: left out, and to be given a run of their own. */
  List<CompiledSource> clashing() {
    return clashing;
  }

  void run(Path generated) throws IOException {
    JavacTool tool = JavacTool.create();
    try (StandardJavaFileManager files =
        tool.getStandardFileManager(log, Locale.ROOT, StandardCharsets.UTF_8)) {
      BasicJavacTask task =
          (BasicJavacTask)
              tool.getTask(
                  new PrintWriter(Writer.nullWriter()),
                  files,
                  log,
                  JavacOptions.of(compilation, generated),
                  null,
                  sources);
      task.addTaskListener(new Steps());
      progress.show("reading " + compilation.name());
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      log.parsed();
      attribute(task);
      witness(task.getContext(), units);
    }
  }

  /** Attributes everything; a class on which the compiler fails is left and the next one taken. */
  private void attribute(BasicJavacTask task) throws IOException {
    int before = -1;
    while (before != attributed) {
      before = attributed;
      try {
        task.analyze();
        return;
      } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
        if (attributed == 0) {
          throw e; // it did not get as far as a single class
        }
        crashes.add("compiling " + attributing, attributing, e);
      }
    }
  }

  private void witness(Context context, List<CompilationUnitTree> units) {
    Map<CompilationUnitTree, SourceFile> files = new LinkedHashMap<>();
    for (CompilationUnitTree unit : units) {
      files.put(unit, ((CompiledSource) unit.getSourceFile()).source());
    }
    Witness witness = witnesses.apply(context);
    Placing placing = new Placing(JavacTrees.instance(context).getSourcePositions(), files);
    Set<JavaFileObject> duplicates = log.duplicates();
    boolean onlyDuplicates = duplicates.containsAll(sources);
    for (CompilationUnitTree unit : units) {
      CompiledSource source = (CompiledSource) unit.getSourceFile();
      if (!compilation.reported().contains(source.path())) {
        continue;
      }
      if (duplicates.contains(source) && !onlyDuplicates) {
        clashing.add(source);
        continue;
      }
      progress.show("judging " + source.source());
      cover(source, unit);
      known.add(source.source(), unit, JavacTrees.instance(context).getSourcePositions());
      try {
        for (SourceFinding found : witness.findings(unit)) {
          hits.add(placing.hit(found, witness.fix(found), unit));
        }
      } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
        crashes.add("judging " + source.source(), source.source().display(), e);
      }
    }
    for (Notice notice : witness.notices()) {
      crashes.tell(notice);
    }
  }

  private void cover(CompiledSource source, CompilationUnitTree unit) {
    SourceFile file = source.source();
    coverage.addFile(file.lineCount());
    Long line = log.syntaxError(source);
    if (line != null) {
      String why = log.isTooNew(source) ? newerThanJudged() : "";
      coverage.add(new Gap(Gap.Kind.UNPARSED, file.display(), line.intValue(), why));
    }
    if (log.anyError()) {
      int calls = UnresolvedCalls.in(unit);
      coverage.addUnresolvedCalls(calls);
      if (calls > 0 && line == null || log.isUnresolved(source)) {
        coverage.add(new Gap(Gap.Kind.UNRESOLVED, file.display(), 0, ""));
      }
    }
  }

  private String newerThanJudged() {
    int level = compilation.settings().level();
    int running = Runtime.version().feature();
    return level > 0 && level < running
        ? "newer than release " + level
        : "needs a newer JDK than " + running;
  }

  /** Keeps track of what the compiler is at, for progress and for blame. */
  @ClientCodeWrapper.Trusted
  private final class Steps implements TaskListener {
    @Override
    public void started(TaskEvent event) {
      if (event.getKind() == TaskEvent.Kind.ANALYZE) {
        attributed++;
        JavaFileObject file = event.getSourceFile();
        attributing =
            file instanceof CompiledSource source ? source.source().display() : file.getName();
        progress.show("attributing " + attributing);
      }
    }
  }
}

package dev.holdfast.gate;

import com.sun.tools.javac.util.Context;
import dev.holdfast.checks.Options;
import dev.holdfast.gate.engine.ClassEngine;
import dev.holdfast.gate.engine.Engine;
import dev.holdfast.gate.engine.Witness;
import dev.holdfast.gate.model.Coverage;
import dev.holdfast.gate.model.Gap;
import dev.holdfast.gate.model.Hit;
import dev.holdfast.gate.model.InputException;
import dev.holdfast.gate.model.Outcome;
import dev.holdfast.gate.model.Progress;
import dev.holdfast.gate.project.Names;
import dev.holdfast.gate.project.Project;
import dev.holdfast.gate.report.TerminalProgress;
import dev.holdfast.rulebook.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code holdfast scan}: finds sources and classes, judges them in this process and reports. */
@Command(
    name = "scan",
    description =
        "Scan Java sources or class files and print what is wrong, with the path that proves it.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  holdfast scan .",
      "  holdfast scan --classpath 'lib/*' src",
      "  holdfast scan --classpath 'lib/*' app.jar",
      "  holdfast scan --rule UnclosedHttpResponse --sarif build/holdfast.sarif app",
      "  holdfast scan okhttp-4.12.0-sources.jar --classpath okio.jar:kotlin-stdlib.jar"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no findings",
      "1:findings",
      "2:wrong usage or bad input",
      "3:no findings, but --strict and parts of the code could not be analysed"
    })
final class ScanCommand implements Callable<Integer> {
  private static final int CLEAN = 0;
  private static final int FINDINGS = 1;
  private static final int INCOMPLETE = 3;

  private final Terminal terminal;
  private final Path workingFolder;
  private final Function<Options, Function<Context, Witness>> witnesses;

  @ParentCommand private Holdfast parent;

  @Mixin private ScanOptions options;

  ScanCommand(
      Terminal terminal,
      Path workingFolder,
      Function<Options, Function<Context, Witness>> witnesses) {
    this.terminal = terminal;
    this.workingFolder = workingFolder;
    this.witnesses = witnesses;
  }

  @Override
  public Integer call() throws Exception {
    Set<Rule> rules = options.rules();
    Names names = new Names(workingFolder);
    options.checkNumbers();
    Options checks = options.checks(names);
    Delivery delivery = new Delivery(options, terminal, names);
    delivery.prepare();
    long start = System.nanoTime();
    Coverage coverage = new Coverage();
    List<Hit> hits = new ArrayList<>();
    try (TerminalProgress line = new TerminalProgress(terminal.err())) {
      Progress progress = terminal.errIsTerminal() ? line : Progress.NONE;
      hits.addAll(DeepStack.run(() -> scan(checks, names, coverage, progress)));
    }
    if (coverage.files() + coverage.classes() == 0) {
      throw new InputException("nothing could be analysed: " + why(coverage));
    }
    if (coverage.unresolvedCalls() > 0 && options.classPath == null) {
      coverage.add(
          Gap.note(
              "for calls into libraries that were not found, build first or give --classpath"));
    }
    hits.removeIf(hit -> !rules.contains(hit.rule()));
    List<Hit> shown = hits.stream().filter(hit -> options.all || hit.fails()).toList();
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    Outcome outcome = new Outcome(shown, coverage, time);
    int exitCode = exitCode(outcome);
    delivery.deliver(outcome, hits.size() - shown.size(), exitCode);
    return exitCode;
  }

  private List<Hit> scan(Options checks, Names names, Coverage coverage, Progress progress)
      throws InputException, IOException {
    try (Project project = new Project(options.request(), names, coverage, progress)) {
      Project.Inputs inputs = project.inputs();
      Engine engine = new Engine(witnesses.apply(checks), names, coverage, progress);
      List<Hit> hits = new ArrayList<>(engine.scan(inputs.compilations()));
      hits.addAll(
          new ClassEngine(checks, engine, names, coverage, progress).scan(inputs.classRoots()));
      if (parent.debug()) {
        engine.traces().forEach(trace -> trace.printStackTrace(terminal.err()));
      }
      return hits;
    }
  }

  private static String why(Coverage coverage) {
    List<String> reasons = new ArrayList<>();
    for (Gap gap : coverage.gaps()) {
      reasons.add(gap.where().isEmpty() ? gap.text() : gap.where() + " (" + gap.text() + ")");
    }
    return String.join(", ", reasons);
  }

  private int exitCode(Outcome outcome) {
    if (outcome.failing() > 0) {
      return FINDINGS;
    }
    return options.strict && !outcome.coverage().isComplete() ? INCOMPLETE : CLEAN;
  }
}

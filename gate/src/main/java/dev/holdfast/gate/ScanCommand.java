package dev.holdfast.gate;

import com.sun.tools.javac.util.Context;
import dev.holdfast.checks.Options;
import dev.holdfast.gate.engine.Engine;
import dev.holdfast.gate.engine.Witness;
import dev.holdfast.gate.model.Coverage;
import dev.holdfast.gate.model.Gap;
import dev.holdfast.gate.model.Hit;
import dev.holdfast.gate.model.InputException;
import dev.holdfast.gate.model.Outcome;
import dev.holdfast.gate.model.Progress;
import dev.holdfast.gate.project.Compilation;
import dev.holdfast.gate.project.Names;
import dev.holdfast.gate.project.Project;
import dev.holdfast.gate.report.JsonReport;
import dev.holdfast.gate.report.OutputFile;
import dev.holdfast.gate.report.SarifReport;
import dev.holdfast.gate.report.Style;
import dev.holdfast.gate.report.TerminalProgress;
import dev.holdfast.gate.report.TextReport;
import dev.holdfast.rulebook.Rule;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code holdfast scan}: finds sources, compiles them in this process and reports. */
@Command(
    name = "scan",
    description = "Scan Java sources and print what is wrong, with the path that proves it.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  holdfast scan .",
      "  holdfast scan --classpath 'lib/*' src",
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

  /** Deeply nested expressions take this much of the compiler's recursion. */
  private static final long STACK_BYTES = 256L << 20;

  private final Terminal terminal;
  private final Path workingFolder;
  private final Function<Options, Function<Context, Witness>> witnesses;

  @ParentCommand private Holdfast parent;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description =
          "Maven module or aggregator, source folder, .java file, or -sources.jar; any number.")
  private List<Path> paths;

  @Option(
      names = {"-cp", "--classpath"},
      paramLabel = "CP",
      description =
          "Class path of the code; 'folder/*' takes all its jars. Without it: an existing build,"
              + " and what Maven says.")
  private String classPath;

  @Option(names = "--tests", description = "Scan test sources too.")
  private boolean tests;

  @Option(
      names = "--all",
      description = "Show possible findings and suggestions too; they never fail the scan.")
  private boolean all;

  @Option(
      names = "--rule",
      paramLabel = "NAME",
      split = ",",
      description = "Only this rule; may be repeated.")
  private List<String> ruleNames = List.of();

  @Option(
      names = "--max",
      paramLabel = "N",
      description = "Print at most N findings; the others are counted (default: all).")
  private int max = Integer.MAX_VALUE;

  @Option(
      names = "--sarif",
      paramLabel = "FILE",
      description = "Write SARIF 2.1.0, as GitHub code scanning reads it; '-' is standard output.")
  private String sarif;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write JSON (docs/json-report.md); '-' is standard output.")
  private String json;

  @Option(
      names = "--stubs",
      paramLabel = "FILE",
      split = ",",
      description = "Your own stub file with facts about APIs; may be repeated.")
  private List<Path> stubs = List.of();

  @Option(
      names = "--max-map-depth",
      paramLabel = "N",
      description = "Levels that may be dug into an untyped map (default: ${DEFAULT-VALUE}).")
  private int maxMapDepth = Options.DEFAULT.maxMapDepth();

  @Option(
      names = "--release",
      paramLabel = "N",
      description = "Java release to judge the sources by (default: what the POM says).")
  private int release;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "Encoding of the sources (default: what the POM says, else UTF-8).")
  private Charset charset;

  @Option(names = "--offline", description = "Do not let Maven download anything.")
  private boolean offline;

  @Option(
      names = "--strict",
      description = "Exit with 3 instead of 0 if parts of the code could not be analysed.")
  private boolean strict;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "auto, always or never (default: auto; NO_COLOR is heard).")
  private When color = When.AUTO;

  /** When to use colours. */
  enum When {
    AUTO,
    ALWAYS,
    NEVER
  }

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
    Set<Rule> rules = rules();
    Names names = new Names(workingFolder);
    checkNumbers();
    Options options = options(names);
    prepare(names, sarif, "--sarif");
    prepare(names, json, "--json");
    long start = System.nanoTime();
    Coverage coverage = new Coverage();
    List<Hit> hits = new ArrayList<>();
    try (TerminalProgress line = new TerminalProgress(terminal.err())) {
      Progress progress = terminal.errIsTerminal() ? line : Progress.NONE;
      hits.addAll(deeply(() -> scan(options, names, coverage, progress)));
    }
    if (coverage.files() == 0) {
      throw new InputException("nothing could be analysed: " + why(coverage));
    }
    hits.removeIf(hit -> !rules.contains(hit.rule()));
    List<Hit> shown = hits.stream().filter(hit -> all || hit.fails()).toList();
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    Outcome outcome = new Outcome(shown, coverage, time);
    int exitCode = exitCode(outcome);
    report(outcome, hits.size() - shown.size(), names, exitCode);
    return exitCode;
  }

  private List<Hit> scan(Options options, Names names, Coverage coverage, Progress progress)
      throws InputException, IOException {
    Project.Request request =
        new Project.Request(paths, tests, classPath, release, charset, offline);
    try (Project project = new Project(request, names, coverage, progress)) {
      List<Compilation> compilations = project.compilations();
      Engine engine = new Engine(witnesses.apply(options), names, coverage, progress);
      List<Hit> hits = engine.scan(compilations);
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

  private Set<Rule> rules() throws InputException {
    Set<Rule> rules = EnumSet.noneOf(Rule.class);
    for (String name : ruleNames) {
      rules.add(RuleNames.find(name));
    }
    return rules.isEmpty() ? EnumSet.allOf(Rule.class) : rules;
  }

  private void checkNumbers() throws InputException {
    if (max < 0) {
      throw new InputException("--max " + max + ": must not be negative");
    }
    if (maxMapDepth < 1) {
      throw new InputException("--max-map-depth " + maxMapDepth + ": must be at least 1");
    }
    if (release != 0 && release < 8) {
      throw new InputException("--release " + release + ": must be 8 or newer");
    }
  }

  private Options options(Names names) throws InputException {
    List<String> files = new ArrayList<>();
    for (Path stub : stubs) {
      Path file = names.resolve(stub);
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new InputException("--stubs " + names.display(file) + ": not a readable file");
      }
      files.add(file.toString());
    }
    return new Options(maxMapDepth, files, false, List.of());
  }

  private static void prepare(Names names, String file, String option) throws InputException {
    if (file != null && !file.equals("-")) {
      OutputFile.prepare(names.resolve(Path.of(file)), option);
    }
  }

  /** Runs with a deep stack; what it throws is thrown here. */
  private static <T> T deeply(Callable<T> work) throws Exception {
    List<T> result = new ArrayList<>();
    List<Throwable> problem = new ArrayList<>();
    Runnable body =
        () -> {
          try {
            result.add(work.call());
          } catch (Throwable e) {
            problem.add(e);
          }
        };
    Thread thread = new Thread(null, body, "scan", STACK_BYTES);
    thread.start();
    thread.join();
    if (problem.isEmpty()) {
      return result.get(0);
    }
    if (problem.get(0) instanceof Exception e) {
      throw e;
    }
    throw (Error) problem.get(0);
  }

  private int exitCode(Outcome outcome) {
    if (outcome.failing() > 0) {
      return FINDINGS;
    }
    return strict && !outcome.coverage().isComplete() ? INCOMPLETE : CLEAN;
  }

  private void report(Outcome outcome, int hidden, Names names, int exitCode)
      throws InputException {
    boolean toOut = "-".equals(sarif) || "-".equals(json);
    if (sarif != null) {
      Path root = Repository.above(names.resolve(Path.of("")));
      deliver(names, sarif, "--sarif", new SarifReport(root).of(outcome, exitCode));
    }
    if (json != null) {
      deliver(names, json, "--json", JsonReport.of(outcome));
    }
    PrintStream out = toOut ? terminal.err() : terminal.out();
    boolean isTerminal = toOut ? terminal.errIsTerminal() : terminal.outIsTerminal();
    boolean coloured =
        color == When.ALWAYS
            || color == When.AUTO && isTerminal && System.getenv("NO_COLOR") == null;
    Style style = coloured ? Style.COLOUR : Style.PLAIN;
    new TextReport(out, style, max, rule -> page(rule, names)).print(outcome, hidden);
    out.flush();
  }

  private void deliver(Names names, String file, String option, String text) throws InputException {
    if (file.equals("-")) {
      terminal.out().print(text);
      terminal.out().flush();
    } else {
      OutputFile.write(names.resolve(Path.of(file)), option, text);
    }
  }

  /** The page of a rule where the launcher says the repository is; else its name there. */
  private static String page(Rule rule, Names names) {
    String home = System.getProperty("holdfast.home");
    return home == null ? rule.page() : names.display(Path.of(home, rule.page()));
  }
}

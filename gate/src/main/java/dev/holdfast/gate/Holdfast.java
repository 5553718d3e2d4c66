package dev.holdfast.gate;

import com.sun.tools.javac.util.Context;
import dev.holdfast.catalog.Spelling;
import dev.holdfast.checks.Options;
import dev.holdfast.gate.engine.Witness;
import dev.holdfast.gate.model.InputException;
import dev.holdfast.gate.report.Version;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code holdfast} command. */
@Command(
    name = "holdfast",
    description =
        "Finds unclosed HTTP clients and responses, missing timeouts, misused pooled objects and"
            + " deep digs into untyped maps in Java code.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  holdfast scan .                      the Maven project or folder you are in",
      "  holdfast scan app/src/main/java      one source folder",
      "  holdfast scan --help                 everything a scan can be told"
    },
    mixinStandardHelpOptions = true,
    versionProvider = Holdfast.Versions.class)
public final class Holdfast implements Runnable {
  static final int USAGE = 2;

  @Spec private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Print stack traces of what goes wrong inside Holdfast.")
  private boolean debug;

  private Holdfast() {}

  /** Runs a command line; relative paths are taken from a folder. Never throws. */
  public static int run(Terminal terminal, Path workingFolder, String... args) {
    return run(terminal, workingFolder, Witness::checks, args);
  }

  static int run(
      Terminal terminal,
      Path workingFolder,
      Function<Options, Function<Context, Witness>> witnesses,
      String... args) {
    Holdfast holdfast = new Holdfast();
    CommandLine line = new CommandLine(holdfast);
    line.addSubcommand(new ScanCommand(terminal, workingFolder, witnesses));
    line.setOut(new PrintWriter(terminal.out(), true));
    line.setErr(new PrintWriter(terminal.err(), true));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            terminal.outIsTerminal() ? CommandLine.Help.Ansi.AUTO : CommandLine.Help.Ansi.OFF));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(100);
    line.setParameterExceptionHandler((problem, unused) -> tell(terminal, problem));
    line.setExecutionExceptionHandler(
        (problem, unused, unused2) -> {
          if (problem instanceof InputException) {
            terminal.err().println("holdfast: " + problem.getMessage());
            trace(terminal, problem, holdfast.debug);
            return USAGE;
          }
          return fail(terminal, problem, holdfast.debug);
        });
    try {
      return line.execute(args);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return fail(terminal, e, holdfast.debug);
    }
  }

  private static int tell(Terminal terminal, CommandLine.ParameterException problem) {
    terminal.err().println("holdfast: " + problem.getMessage());
    PrintWriter err = problem.getCommandLine().getErr();
    CommandSpec command = problem.getCommandLine().getCommandSpec();
    String nearest = nearest(problem, command);
    err.println(
        nearest == null
            ? "Try '" + command.qualifiedName() + " --help'."
            : "Did you mean '" + nearest + "'?");
    return USAGE;
  }

  /** The option or command that was probably meant; null where none comes close. */
  private static String nearest(CommandLine.ParameterException problem, CommandSpec command) {
    if (problem instanceof CommandLine.UnmatchedArgumentException unmatched) {
      String written = unmatched.getUnmatched().get(0);
      boolean option = written.startsWith("-");
      return Spelling.nearest(
          option ? written.replaceFirst("=.*", "") : written,
          List.copyOf(option ? command.optionsMap().keySet() : command.subcommands().keySet()),
          3);
    }
    return null;
  }

  /** What nobody foresaw: one line, and how to see more. */
  static int fail(Terminal terminal, Throwable problem, boolean debug) {
    String hint =
        problem instanceof OutOfMemoryError
            ? "; give it more memory: HOLDFAST_JAVA_OPTS=-Xmx4g"
            : debug ? "" : "; run with --debug for details";
    terminal.err().println("holdfast: internal error: " + problem + hint);
    trace(terminal, problem, debug);
    return USAGE;
  }

  private static void trace(Terminal terminal, Throwable problem, boolean debug) {
    if (debug) {
      problem.printStackTrace(terminal.err());
    }
  }

  boolean debug() {
    return debug;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Asks the build for the version. */
  static final class Versions implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Holdfast " + Version.current(), "JDK " + Runtime.version()};
    }
  }
}

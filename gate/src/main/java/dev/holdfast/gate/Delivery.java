package dev.holdfast.gate;

import dev.holdfast.gate.model.InputException;
import dev.holdfast.gate.model.Outcome;
import dev.holdfast.gate.project.Names;
import dev.holdfast.gate.report.JsonReport;
import dev.holdfast.gate.report.OutputFile;
import dev.holdfast.gate.report.SarifReport;
import dev.holdfast.gate.report.Style;
import dev.holdfast.gate.report.TextReport;
import dev.holdfast.rulebook.Rule;
import java.io.PrintStream;
import java.nio.file.Path;

/** Brings the outcome of a scan to the files and the screen it is wanted on. */
final class Delivery {
  private static final String STANDARD_OUTPUT = "-";

  private final ScanOptions options;
  private final Terminal terminal;
  private final Names names;

  Delivery(ScanOptions options, Terminal terminal, Names names) {
    this.options = options;
    this.terminal = terminal;
    this.names = names;
  }

  /** Says before a long scan if a report could not be written after it. */
  void prepare() throws InputException {
    prepare(options.sarif, "--sarif");
    prepare(options.json, "--json");
  }

  private void prepare(String file, String option) throws InputException {
    if (file != null && !file.equals(STANDARD_OUTPUT)) {
      OutputFile.prepare(names.resolve(Path.of(file)), option);
    }
  }

  /**
   * @param hidden findings that were left out because nobody asked for their kind
   */
  void deliver(Outcome outcome, int hidden, int exitCode) throws InputException {
    if (options.sarif != null) {
      Path root = Repository.of(names.resolve(options.paths.get(0)), names.resolve(Path.of("")));
      write(options.sarif, "--sarif", new SarifReport(root).of(outcome, exitCode));
    }
    if (options.json != null) {
      write(options.json, "--json", JsonReport.of(outcome));
    }
    boolean taken = STANDARD_OUTPUT.equals(options.sarif) || STANDARD_OUTPUT.equals(options.json);
    PrintStream out = taken ? terminal.err() : terminal.out();
    Style style = style(taken ? terminal.errIsTerminal() : terminal.outIsTerminal());
    new TextReport(out, style, options.max, this::page).print(outcome, hidden);
    out.flush();
  }

  private void write(String file, String option, String text) throws InputException {
    if (file.equals(STANDARD_OUTPUT)) {
      terminal.out().print(text);
      terminal.out().flush();
    } else {
      OutputFile.write(names.resolve(Path.of(file)), option, text);
    }
  }

  private Style style(boolean isTerminal) {
    return switch (options.color) {
      case ALWAYS -> Style.COLOUR;
      case NEVER -> Style.PLAIN;
      case AUTO -> isTerminal && !noColor() ? Style.COLOUR : Style.PLAIN;
    };
  }

  private static boolean noColor() {
    String wish = System.getenv("NO_COLOR");
    return wish != null && !wish.isEmpty();
  }

  /** The page of a rule where the launcher says the repository is; else its name there. */
  private String page(Rule rule) {
    String home = System.getProperty("holdfast.home");
    return home == null ? rule.page() : names.display(Path.of(home, rule.page()));
  }
}

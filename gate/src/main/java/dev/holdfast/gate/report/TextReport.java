package dev.holdfast.gate.report;

import dev.holdfast.gate.model.Coverage;
import dev.holdfast.gate.model.Gap;
import dev.holdfast.gate.model.Hit;
import dev.holdfast.gate.model.Hop;
import dev.holdfast.gate.model.Outcome;
import dev.holdfast.gate.model.SourceFile;
import dev.holdfast.rulebook.Level;
import dev.holdfast.rulebook.Rule;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The result for people: a code frame for each finding, and what the whole came to. */
public final class TextReport {
  private final PrintStream out;
  private final Style style;
  private final int max;
  private final Function<Rule, String> pages;

  /**
   * @param max how many findings are printed; the others are counted
   * @param pages where a rule's page is
   */
  public TextReport(PrintStream out, Style style, int max, Function<Rule, String> pages) {
    this.out = out;
    this.style = style;
    this.max = max;
    this.pages = pages;
  }

  /**
   * @param hidden findings left out because they are only possible or suggestions
   */
  public void print(Outcome outcome, int hidden) {
    outcome.hits().stream().limit(max).forEach(this::print);
    int more = outcome.hits().size() - max;
    if (more > 0) {
      out.println(
          "... and " + Coverage.count(more, "more finding").replace("more findings", "more"));
      out.println();
    }
    out.println(style.bold(summary(outcome)));
    if (hidden > 0) {
      out.println(Coverage.count(hidden, "possible or suggested finding") + " hidden; see --all");
    }
    String seconds = String.format(Locale.ROOT, "%.1f s", outcome.time().toMillis() / 1000.0);
    String jdk = "JDK " + Runtime.version().feature();
    out.println(outcome.coverage().summary() + "; " + seconds + " on " + jdk);
    for (Gap gap : outcome.coverage().gaps()) {
      switch (gap.kind()) {
        case MISTAKE -> out.println(style.level(Level.ERROR, "error:") + " " + gap.text());
        case NOTE, CRASHED -> out.println(style.dim("note: " + gap.text()));
        case UNPARSED, UNRESOLVED, SKIPPED -> {} // in the line above
      }
    }
  }

  private void print(Hit hit) {
    String level = hit.definite() ? hit.level().name().toLowerCase(Locale.ROOT) : "possible";
    out.println(
        style.level(hit.level(), level)
            + " "
            + style.bold(hit.rule().ruleName())
            + "  "
            + hit.place());
    out.println("  " + sentence(hit.message()));
    if (hit.place().file().isText()) {
      out.println();
      CodeFrame.of(hit.place(), style).forEach(line -> out.println("  " + line));
    } else {
      out.println("  in " + hit.member());
    }
    printPath(hit);
    if (!hit.remedy().isEmpty()) {
      out.println("  fix:  " + hit.remedy());
    }
    out.println("  rule: " + pages.apply(hit.rule()));
    out.println();
  }

  private void printPath(Hit hit) {
    if (hit.hops().isEmpty()) {
      return;
    }
    int gutter = 0;
    int column = 0;
    for (Hop hop : hit.hops()) {
      gutter = Math.max(gutter, label(hop, hit.place().file()).length());
      column = Math.max(column, hop.text().length());
    }
    out.println("  path:");
    for (Hop hop : hit.hops()) {
      String where = CodeFrame.pad(label(hop, hit.place().file()), gutter);
      String text = hop.text() + " ".repeat(column - hop.text().length());
      String code = CodeFrame.line(hop.place());
      out.println(
          ("    " + style.dim(where) + "  " + text + "  " + style.dim(code)).stripTrailing());
    }
  }

  private static String label(Hop hop, SourceFile home) {
    String line = hop.place().line() > 0 ? String.valueOf(hop.place().line()) : "";
    boolean elsewhere = !hop.place().file().uri().equals(home.uri());
    return elsewhere ? hop.place().file().display() + ":" + line : line;
  }

  private static String sentence(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String summary(Outcome outcome) {
    if (outcome.hits().isEmpty()) {
      return "no findings";
    }
    Map<Rule, Integer> counts = new EnumMap<>(Rule.class);
    outcome.hits().forEach(hit -> counts.merge(hit.rule(), 1, Integer::sum));
    StringBuilder line = new StringBuilder(Coverage.count(outcome.hits().size(), "finding"));
    String separator = ": ";
    for (Map.Entry<Rule, Integer> entry : counts.entrySet()) {
      line.append(separator).append(entry.getValue()).append(' ').append(entry.getKey().ruleName());
      separator = ", ";
    }
    return line.toString();
  }
}

package dev.holdfast.analysis;

import dev.holdfast.rulebook.Level;
import dev.holdfast.rulebook.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of IR text with the findings it must have: {@code // expect: Rule}, {@code // possible:
 * Rule}, both with an optional level behind {@code at}, on the line of the op. What has no marker
 * is silent.
 */
record IrCase(Path file, String text) {
  private static final Pattern MARKER =
      Pattern.compile("\\b(expect|possible):\\s*(\\w+)(?:\\s+at\\s+(\\w+))?");

  private static final Pattern DEPTH = Pattern.compile("// maxMapDepth: (\\d+)");

  static IrCase read(Path file) {
    try {
      return new IrCase(file, Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The marker found where it was expected, as {@code line: kind Rule [at LEVEL]}. */
  SortedSet<String> expected() {
    SortedSet<String> expected = new TreeSet<>(BY_LINE);
    eachMarker(
        (line, marker) ->
            expected.add(label(line, marker.group(1), marker.group(2), marker.group(3))));
    return expected;
  }

  /** What the analysis says, with the level only where the marker has one. */
  SortedSet<String> found() {
    TextWorld world = TextWorld.of(file.getFileName().toString(), text);
    Analyzer analyzer = new Analyzer(world, dev.holdfast.catalog.Catalog.builtIn(), settings());
    SortedSet<String> expected = expected();
    SortedSet<String> found = new TreeSet<>(BY_LINE);
    world
        .text()
        .bodies()
        .forEach(
            body -> analyzer.analyze(body).forEach(finding -> found.add(label(finding, expected))));
    return found;
  }

  /** Names of rules and levels that markers use and nobody has. */
  List<String> unknownNames() {
    List<String> unknown = new java.util.ArrayList<>();
    eachMarker(
        (line, marker) -> {
          if (Rule.named(marker.group(2)).isEmpty()) {
            unknown.add(line + ": " + marker.group(2));
          }
          if (marker.group(3) != null) {
            Level.valueOf(marker.group(3));
          }
        });
    return unknown;
  }

  /** Whether the first line says what the case shows. */
  boolean saysWhatItShows() {
    return text.startsWith("// ");
  }

  private Settings settings() {
    Matcher depth = DEPTH.matcher(text);
    return depth.find()
        ? Settings.DEFAULT.withMaxMapDepth(Integer.parseInt(depth.group(1)))
        : Settings.DEFAULT;
  }

  private static String label(Finding finding, SortedSet<String> expected) {
    String kind = finding.definite() ? "expect" : "possible";
    int line = finding.site().line();
    String full = label(line, kind, finding.rule().ruleName(), finding.level().name());
    String plain = label(line, kind, finding.rule().ruleName(), null);
    return expected.contains(plain) ? plain : full;
  }

  private static String label(int line, String kind, String rule, String level) {
    return line + ": " + kind + " " + rule + (level == null ? "" : " at " + level);
  }

  private interface MarkerVisitor {
    void visit(int line, Matcher marker);
  }

  private void eachMarker(MarkerVisitor visitor) {
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      int comment = line.indexOf("//");
      Matcher marker = MARKER.matcher(comment < 0 ? "" : line.substring(comment));
      while (marker.find()) {
        visitor.visit(number, marker);
      }
    }
  }

  private static final java.util.Comparator<String> BY_LINE =
      java.util.Comparator.<String>comparingInt(
              label -> Integer.parseInt(label.substring(0, label.indexOf(':'))))
          .thenComparing(java.util.Comparator.naturalOrder());

  @Override
  public String toString() {
    return file.getParent().getFileName() + "/" + file.getFileName();
  }
}

package dev.holdfast.analysis;

import dev.holdfast.catalog.Catalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A file of IR text with the findings it must have: {@code // expect: Rule}, {@code // possible:
 * Rule}, both with an optional level behind {@code at}, on the line of the op. What has no marker
 * is silent; {@code // open: Rule} leaves it open whether it is silent or possible.
 */
record IrCase(Path file, String text) {
  private static final Pattern MARKER =
      Pattern.compile(
          "(?://|;)\\s*(expect|possible|open):\\s*(\\w+)(?:\\s+at\\s+(ERROR|WARNING|SUGGESTION))?");

  private static final Pattern DEPTH = Pattern.compile("// maxMapDepth: (\\d+)");

  /** A finding, expected or found; the level is null where nobody asks for it. */
  record Label(int line, String kind, String rule, String level) {
    static final Comparator<Label> ORDER =
        Comparator.comparingInt(Label::line).thenComparing(Label::toString);

    Label withoutLevel() {
      return new Label(line, kind, rule, null);
    }

    @Override
    public String toString() {
      return line + ": " + kind + " " + rule + (level == null ? "" : " at " + level);
    }
  }

  static IrCase read(Path file) {
    try {
      return new IrCase(file, Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What the markers say. */
  SortedSet<Label> markers() {
    SortedSet<Label> markers = new TreeSet<>(Label.ORDER);
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      int comment = lines[i].indexOf("//");
      Matcher marker = MARKER.matcher(comment < 0 ? "" : lines[i].substring(comment));
      while (marker.find()) {
        markers.add(new Label(i + 1, marker.group(1), marker.group(2), marker.group(3)));
      }
    }
    return markers;
  }

  /** The findings there must be, one a line. */
  String expected() {
    return print(markers().stream().filter(marker -> !marker.kind.equals("open")).toList());
  }

  /** The findings there are, one a line, with the level only where the marker has one. */
  String found(String declarations, Catalog catalog) {
    TextWorld world = TextWorld.of(file.getFileName().toString(), text + "\n" + declarations);
    Analyzer analyzer = new Analyzer(world, catalog, settings());
    SortedSet<Label> markers = markers();
    List<Label> found = new ArrayList<>();
    world
        .text()
        .bodies()
        .forEach(body -> analyzer.analyze(body).forEach(it -> found.add(label(it, markers))));
    found.removeIf(
        label ->
            label.kind.equals("possible")
                && markers.contains(new Label(label.line, "open", label.rule, null)));
    return print(found);
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

  private static Label label(Finding finding, SortedSet<Label> markers) {
    Label label =
        new Label(
            finding.site().line(),
            finding.definite() ? "expect" : "possible",
            finding.rule().ruleName(),
            finding.level().name());
    return markers.contains(label.withoutLevel()) ? label.withoutLevel() : label;
  }

  private static String print(Collection<Label> labels) {
    return labels.stream()
        .sorted(Label.ORDER)
        .map(Label::toString)
        .collect(Collectors.joining("\n"));
  }

  @Override
  public String toString() {
    return file.getParent().getFileName() + "/" + file.getFileName();
  }
}

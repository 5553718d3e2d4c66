package dev.holdfast.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads expectations from the ends of lines, so that a case and its answer cannot drift apart. */
final class Markers {
  private static final Pattern MARKER =
      Pattern.compile(
          "// (expect|possible)(?:@(source|bytecode))?:"
              + " (\\w+(?:, \\w+)*)(?: \\u2014 \\S.*)?\\s*$");
  private static final Pattern ATTEMPT = Pattern.compile("//.*\\b(expect|possible)(@\\w+)?\\s*:");

  private Markers() {}

  static Set<Expected> of(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read case " + file, e);
    }
    Set<Expected> expected = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      read(file, i + 1, lines.get(i), expected);
    }
    return expected;
  }

  private static void read(Path file, int number, String line, Set<Expected> expected) {
    Matcher marker = MARKER.matcher(line);
    if (marker.find()) {
      Engine engine =
          marker.group(2) == null
              ? Engine.BOTH
              : Engine.valueOf(marker.group(2).toUpperCase(Locale.ROOT));
      boolean possible = marker.group(1).equals("possible");
      for (String rule : marker.group(3).split(", ")) {
        if (!expected.add(new Expected(number, rule, engine, possible))) {
          throw new IllegalStateException(file + ":" + number + ": " + rule + " marked twice");
        }
      }
    } else if (ATTEMPT.matcher(line).find()) {
      throw new IllegalStateException(file + ":" + number + ": broken marker: " + line.strip());
    }
  }
}

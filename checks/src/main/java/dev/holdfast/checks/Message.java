package dev.holdfast.checks;

import dev.holdfast.analysis.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words a finding for the compiler's log: what and how to mend it, and below that the path. */
final class Message {
  private Message() {}

  static String of(Finding finding) {
    StringBuilder text = new StringBuilder(sentence(finding.message()));
    if (!finding.remedy().isEmpty()) {
      text.append(' ').append(sentence(finding.remedy()));
    }
    Set<Integer> lines = new HashSet<>();
    List<String> stations = new ArrayList<>();
    for (Finding.Step step : finding.steps()) {
      int line = step.site().line();
      // a path that comes back to where it began ends somewhere else: its end has no place
      boolean placed = line > 0 && lines.add(line);
      stations.add(placed ? "line " + line + " " + bare(step.text(), line) : step.text());
    }
    if (lines.size() > 1) {
      text.append("\n    path: ").append(String.join("; ", stations));
    }
    return text.toString();
  }

  private static String bare(String text, int line) {
    String suffix = " in line " + line;
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  private static String sentence(String text) {
    if (text.isEmpty()) {
      return "";
    }
    String capital = Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return text.endsWith(".") ? capital : capital + ".";
  }
}

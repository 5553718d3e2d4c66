package dev.holdfast.checks;

import dev.holdfast.analysis.Finding;
import java.util.ArrayList;
import java.util.List;

/** Words a finding for the compiler's log: what and how to mend it, and below that the path. */
final class Message {
  private Message() {}

  static String of(Finding finding) {
    StringBuilder text = new StringBuilder(sentence(finding.message()));
    if (!finding.remedy().isEmpty()) {
      text.append(' ').append(sentence(finding.remedy()));
    }
    List<String> stations = new ArrayList<>();
    for (Finding.Step step : finding.steps()) {
      int line = step.site().line();
      boolean placed = line <= 0 || step.text().contains(" in line ");
      stations.add(placed ? step.text() : step.text() + " in line " + line);
    }
    if (stations.size() > 1) {
      text.append("\n    path: ").append(String.join("; ", stations));
    }
    return text.toString();
  }

  private static String sentence(String text) {
    return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }
}

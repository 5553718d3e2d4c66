package dev.holdfast.checks;

import dev.holdfast.analysis.Finding;

/** Words a finding for the compiler's log: what, on which path, and how to mend it. */
final class Message {
  private Message() {}

  static String of(Finding finding) {
    StringBuilder text = new StringBuilder(finding.message());
    String separator = ": ";
    for (Finding.Step step : finding.steps()) {
      text.append(separator).append(step.text());
      if (step.site().line() > 0) {
        text.append(" in line ").append(step.site().line());
      }
      separator = "; ";
    }
    text.append(". ");
    if (!finding.remedy().isEmpty()) {
      text.append(finding.remedy()).append('.');
    }
    return text.toString().strip();
  }
}

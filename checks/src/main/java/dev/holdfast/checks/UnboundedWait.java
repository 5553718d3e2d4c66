package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/** A thread waits for another one without a limit: {@link Rule#UNBOUNDED_WAIT} for Error Prone. */
@BugPattern(
    summary = "A thread waits for another one without a limit",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/UnboundedWait.md")
public final class UnboundedWait extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public UnboundedWait() {
    super(Rule.UNBOUNDED_WAIT);
  }
}

package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * A timeout is set to a value that means for ever: {@link Rule#TIMEOUT_DISABLED} for Error Prone.
 */
@BugPattern(
    summary = "A timeout is set to a value that means for ever",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/TimeoutDisabled.md")
public final class TimeoutDisabled extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public TimeoutDisabled() {
    super(Rule.TIMEOUT_DISABLED);
  }
}

package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * A limit that is at hand does not reach what waits: {@link Rule#DROPPED_DEADLINE} for Error Prone.
 */
@BugPattern(
    summary = "A limit that is at hand does not reach what waits",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/DroppedDeadline.md")
public final class DroppedDeadline extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public DroppedDeadline() {
    super(Rule.DROPPED_DEADLINE);
  }
}

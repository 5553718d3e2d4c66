package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * A pool keeps idle connections without a limit: {@link Rule#UNBOUNDED_IDLE_CONNECTIONS} for Error
 * Prone.
 */
@BugPattern(
    summary = "A pool keeps idle connections without a limit",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/UnboundedIdleConnections.md")
public final class UnboundedIdleConnections extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public UnboundedIdleConnections() {
    super(Rule.UNBOUNDED_IDLE_CONNECTIONS);
  }
}

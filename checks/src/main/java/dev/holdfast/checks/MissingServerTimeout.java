package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * A client can hold a connection of the server for ever: {@link Rule#MISSING_SERVER_TIMEOUT} for
 * Error Prone.
 */
@BugPattern(
    summary = "A client can hold a connection of the server for ever",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/MissingServerTimeout.md")
public final class MissingServerTimeout extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public MissingServerTimeout() {
    super(Rule.MISSING_SERVER_TIMEOUT);
  }
}

package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * A database statement or a login can wait for ever: {@link Rule#MISSING_QUERY_TIMEOUT} for Error
 * Prone.
 */
@BugPattern(
    summary = "A database statement or a login can wait for ever",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/MissingQueryTimeout.md")
public final class MissingQueryTimeout extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public MissingQueryTimeout() {
    super(Rule.MISSING_QUERY_TIMEOUT);
  }
}

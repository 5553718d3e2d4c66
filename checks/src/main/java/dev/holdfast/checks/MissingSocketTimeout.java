package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/** A socket can wait for ever: {@link Rule#MISSING_SOCKET_TIMEOUT} for Error Prone. */
@BugPattern(
    summary = "A socket can wait for ever",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/MissingSocketTimeout.md")
public final class MissingSocketTimeout extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public MissingSocketTimeout() {
    super(Rule.MISSING_SOCKET_TIMEOUT);
  }
}

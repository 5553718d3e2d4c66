package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/** An HTTP exchange can wait for ever: {@link Rule#MISSING_HTTP_TIMEOUT} for Error Prone. */
@BugPattern(
    summary = "An HTTP exchange can wait for ever",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/MissingHttpTimeout.md")
public final class MissingHttpTimeout extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public MissingHttpTimeout() {
    super(Rule.MISSING_HTTP_TIMEOUT);
  }
}

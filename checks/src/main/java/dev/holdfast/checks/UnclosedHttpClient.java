package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/** An HTTP client is not closed on some path: {@link Rule#UNCLOSED_HTTP_CLIENT} for Error Prone. */
@BugPattern(
    summary = "An HTTP client is not closed on some path",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/UnclosedHttpClient.md")
public final class UnclosedHttpClient extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public UnclosedHttpClient() {
    super(Rule.UNCLOSED_HTTP_CLIENT);
  }
}

package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * A client that could serve everybody is made anew for each request: {@link
 * Rule#HTTP_CLIENT_PER_REQUEST} for Error Prone.
 */
@BugPattern(
    summary = "A client that could serve everybody is made anew for each request",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/HttpClientPerRequest.md")
public final class HttpClientPerRequest extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public HttpClientPerRequest() {
    super(Rule.HTTP_CLIENT_PER_REQUEST);
  }
}

package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * An HTTP response or its body is neither closed nor consumed on some path: {@link
 * Rule#UNCLOSED_HTTP_RESPONSE} for Error Prone.
 */
@BugPattern(
    summary = "An HTTP response or its body is neither closed nor consumed on some path",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/UnclosedHttpResponse.md")
public final class UnclosedHttpResponse extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public UnclosedHttpResponse() {
    super(Rule.UNCLOSED_HTTP_RESPONSE);
  }
}

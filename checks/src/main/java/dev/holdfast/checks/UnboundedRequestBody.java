package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * A whole request body is read into memory without a limit: {@link Rule#UNBOUNDED_REQUEST_BODY} for
 * Error Prone.
 */
@BugPattern(
    summary = "A whole request body is read into memory without a limit",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/UnboundedRequestBody.md")
public final class UnboundedRequestBody extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public UnboundedRequestBody() {
    super(Rule.UNBOUNDED_REQUEST_BODY);
  }
}

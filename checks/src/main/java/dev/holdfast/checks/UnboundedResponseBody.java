package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.SUGGESTION;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * A whole remote response is read into memory without a limit: {@link Rule#UNBOUNDED_RESPONSE_BODY}
 * for Error Prone.
 */
@BugPattern(
    summary = "A whole remote response is read into memory without a limit",
    severity = SUGGESTION,
    linkType = CUSTOM,
    link = "docs/rules/UnboundedResponseBody.md")
public final class UnboundedResponseBody extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public UnboundedResponseBody() {
    super(Rule.UNBOUNDED_RESPONSE_BODY);
  }
}

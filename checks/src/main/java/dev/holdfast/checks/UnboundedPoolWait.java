package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/** Borrowing from a pool can wait for ever: {@link Rule#UNBOUNDED_POOL_WAIT} for Error Prone. */
@BugPattern(
    summary = "Borrowing from a pool can wait for ever",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/UnboundedPoolWait.md")
public final class UnboundedPoolWait extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public UnboundedPoolWait() {
    super(Rule.UNBOUNDED_POOL_WAIT);
  }
}

package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * A method calls itself on failure or for nested input, and nothing ends it: {@link
 * Rule#UNBOUNDED_RECURSION} for Error Prone.
 */
@BugPattern(
    summary = "A method calls itself on failure or for nested input, and nothing ends it",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/UnboundedRecursion.md")
public final class UnboundedRecursion extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public UnboundedRecursion() {
    super(Rule.UNBOUNDED_RECURSION);
  }
}

package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * A borrowed object is given back twice: {@link Rule#POOLED_OBJECT_RETURNED_TWICE} for Error Prone.
 */
@BugPattern(
    summary = "A borrowed object is given back twice",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/PooledObjectReturnedTwice.md")
public final class PooledObjectReturnedTwice extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public PooledObjectReturnedTwice() {
    super(Rule.POOLED_OBJECT_RETURNED_TWICE);
  }
}

package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * A borrowed object is not given back on some path: {@link Rule#POOLED_OBJECT_NOT_RETURNED} for
 * Error Prone.
 */
@BugPattern(
    summary = "A borrowed object is not given back on some path",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/PooledObjectNotReturned.md")
public final class PooledObjectNotReturned extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public PooledObjectNotReturned() {
    super(Rule.POOLED_OBJECT_NOT_RETURNED);
  }
}

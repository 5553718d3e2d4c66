package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * A pooled object goes back with what its last user left in it: {@link
 * Rule#POOLED_OBJECT_RETURNED_DIRTY} for Error Prone.
 */
@BugPattern(
    summary = "A pooled object goes back with what its last user left in it",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/PooledObjectReturnedDirty.md")
public final class PooledObjectReturnedDirty extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public PooledObjectReturnedDirty() {
    super(Rule.POOLED_OBJECT_RETURNED_DIRTY);
  }
}

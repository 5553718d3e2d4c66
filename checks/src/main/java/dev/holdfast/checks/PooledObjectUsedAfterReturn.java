package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * A borrowed object is used after it was given back: {@link Rule#POOLED_OBJECT_USED_AFTER_RETURN}
 * for Error Prone.
 */
@BugPattern(
    summary = "A borrowed object is used after it was given back",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/PooledObjectUsedAfterReturn.md")
public final class PooledObjectUsedAfterReturn extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public PooledObjectUsedAfterReturn() {
    super(Rule.POOLED_OBJECT_USED_AFTER_RETURN);
  }
}

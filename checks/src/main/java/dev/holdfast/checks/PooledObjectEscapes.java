package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * A borrowed object stays reachable after it was given back: {@link Rule#POOLED_OBJECT_ESCAPES} for
 * Error Prone.
 */
@BugPattern(
    summary = "A borrowed object stays reachable after it was given back",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/PooledObjectEscapes.md")
public final class PooledObjectEscapes extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public PooledObjectEscapes() {
    super(Rule.POOLED_OBJECT_ESCAPES);
  }
}

package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * A key put together from what comes in stays in a map for good: {@link Rule#DYNAMIC_MAP_KEY} for
 * Error Prone.
 */
@BugPattern(
    summary = "A key put together from what comes in stays in a map for good",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/DynamicMapKey.md")
public final class DynamicMapKey extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public DynamicMapKey() {
    super(Rule.DYNAMIC_MAP_KEY);
  }
}

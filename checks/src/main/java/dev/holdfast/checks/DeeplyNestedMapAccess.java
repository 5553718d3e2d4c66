package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * A value is dug out of untyped maps more than two levels deep: {@link
 * Rule#DEEPLY_NESTED_MAP_ACCESS} for Error Prone.
 */
@BugPattern(
    summary = "A value is dug out of untyped maps more than two levels deep",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/DeeplyNestedMapAccess.md")
public final class DeeplyNestedMapAccess extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public DeeplyNestedMapAccess() {
    super(Rule.DEEPLY_NESTED_MAP_ACCESS);
  }
}

package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.SUGGESTION;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * A field that somebody fills is missing in what is serialised: {@link
 * Rule#SILENTLY_DROPPED_FIELD}.
 */
@BugPattern(
    summary = "A field that somebody fills is missing in what is serialised",
    severity = SUGGESTION,
    linkType = CUSTOM,
    link = "docs/rules/SilentlyDroppedField.md")
public final class SilentlyDroppedField extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public SilentlyDroppedField() {
    super(Rule.SILENTLY_DROPPED_FIELD);
  }
}

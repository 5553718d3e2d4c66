package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.SUGGESTION;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * A method returns a map of objects that always has the same keys: {@link Rule#UNTYPED_PAYLOAD}.
 */
@BugPattern(
    summary = "A method returns a map of objects that always has the same keys",
    severity = SUGGESTION,
    linkType = CUSTOM,
    link = "docs/rules/UntypedPayload.md")
public final class UntypedPayload extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public UntypedPayload() {
    super(Rule.UNTYPED_PAYLOAD);
  }
}

package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * JSON is bound to an untyped map or object and then read by constant keys: {@link
 * Rule#UNTYPED_JSON_BINDING} for Error Prone.
 */
@BugPattern(
    summary = "JSON is bound to an untyped map or object and then read by constant keys",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/UntypedJsonBinding.md")
public final class UntypedJsonBinding extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public UntypedJsonBinding() {
    super(Rule.UNTYPED_JSON_BINDING);
  }
}

package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/** A parser's limits on its input are lifted: {@link Rule#JSON_LIMITS_DISABLED} for Error Prone. */
@BugPattern(
    summary = "A parser's limits on its input are lifted",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/JsonLimitsDisabled.md")
public final class JsonLimitsDisabled extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public JsonLimitsDisabled() {
    super(Rule.JSON_LIMITS_DISABLED);
  }
}

package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.SUGGESTION;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * An object that serves everybody keeps one that was made for a request or a single use: {@link
 * Rule#SHORTER_LIVED_CAPTURED} for Error Prone.
 */
@BugPattern(
    summary =
        "An object that serves everybody keeps one that was made for a request or a single use",
    severity = SUGGESTION,
    linkType = CUSTOM,
    link = "docs/rules/ShorterLivedCaptured.md")
public final class ShorterLivedCaptured extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public ShorterLivedCaptured() {
    super(Rule.SHORTER_LIVED_CAPTURED);
  }
}

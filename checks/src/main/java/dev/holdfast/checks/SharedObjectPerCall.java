package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.SUGGESTION;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * An object that is dear to make and safe to share is made anew for each call: {@link
 * Rule#SHARED_OBJECT_PER_CALL} for Error Prone.
 */
@BugPattern(
    summary = "An object that is dear to make and safe to share is made anew for each call",
    severity = SUGGESTION,
    linkType = CUSTOM,
    link = "docs/rules/SharedObjectPerCall.md")
public final class SharedObjectPerCall extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public SharedObjectPerCall() {
    super(Rule.SHARED_OBJECT_PER_CALL);
  }
}

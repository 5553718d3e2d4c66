package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.SUGGESTION;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * A class opens a resource for a field and offers nobody a way to close it: {@link
 * Rule#OWNER_NOT_CLOSEABLE} for Error Prone.
 */
@BugPattern(
    summary = "A class opens a resource for a field and offers nobody a way to close it",
    severity = SUGGESTION,
    linkType = CUSTOM,
    link = "docs/rules/OwnerNotCloseable.md")
public final class OwnerNotCloseable extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public OwnerNotCloseable() {
    super(Rule.OWNER_NOT_CLOSEABLE);
  }
}

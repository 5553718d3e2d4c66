package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * A file, socket, statement, executor or other resource is not closed on some path: {@link
 * Rule#UNCLOSED_RESOURCE} for Error Prone.
 */
@BugPattern(
    summary = "A file, socket, statement, executor or other resource is not closed on some path",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/UnclosedResource.md")
public final class UnclosedResource extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public UnclosedResource() {
    super(Rule.UNCLOSED_RESOURCE);
  }
}

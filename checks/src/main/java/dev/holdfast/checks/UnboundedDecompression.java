package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * An archive is unpacked without a limit on what comes out of it: {@link
 * Rule#UNBOUNDED_DECOMPRESSION} for Error Prone.
 */
@BugPattern(
    summary = "An archive is unpacked without a limit on what comes out of it",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/UnboundedDecompression.md")
public final class UnboundedDecompression extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public UnboundedDecompression() {
    super(Rule.UNBOUNDED_DECOMPRESSION);
  }
}

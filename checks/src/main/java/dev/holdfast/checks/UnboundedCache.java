package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/** A cache keeps all that it ever got: {@link Rule#UNBOUNDED_CACHE} for Error Prone. */
@BugPattern(
    summary = "A cache keeps all that it ever got",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/UnboundedCache.md")
public final class UnboundedCache extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public UnboundedCache() {
    super(Rule.UNBOUNDED_CACHE);
  }
}

package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * A collection keeps what must be closed, and nobody closes it: {@link
 * Rule#CLOSEABLES_IN_STATIC_MAP} for Error Prone.
 */
@BugPattern(
    summary =
        "A collection that lives as long as the process keeps what must be closed, and nobody closes"
            + " it",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/CloseablesInStaticMap.md")
public final class CloseablesInStaticMap extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public CloseablesInStaticMap() {
    super(Rule.CLOSEABLES_IN_STATIC_MAP);
  }
}

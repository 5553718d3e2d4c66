package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * A collection grows with what comes in and never shrinks: {@link Rule#EVER_GROWING_MAP} for Error
 * Prone.
 */
@BugPattern(
    summary =
        "A collection that lives as long as the process grows with what comes in and never shrinks",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/EverGrowingMap.md")
public final class EverGrowingMap extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public EverGrowingMap() {
    super(Rule.EVER_GROWING_MAP);
  }
}

package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * An object is given to a pool that it did not come from: {@link Rule#FOREIGN_OBJECT_RETURNED} for
 * Error Prone.
 */
@BugPattern(
    summary = "An object is given to a pool that it did not come from",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/ForeignObjectReturned.md")
public final class ForeignObjectReturned extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public ForeignObjectReturned() {
    super(Rule.FOREIGN_OBJECT_RETURNED);
  }
}

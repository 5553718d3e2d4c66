package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/** A plain collection is used by two threads: {@link Rule#UNSAFE_SHARED_MAP} for Error Prone. */
@BugPattern(
    summary = "A collection that is not made for it is used by two threads at once",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/UnsafeSharedMap.md")
public final class UnsafeSharedMap extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public UnsafeSharedMap() {
    super(Rule.UNSAFE_SHARED_MAP);
  }
}

package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/** An object leads a serialiser back to itself: {@link Rule#RECURSIVE_SERIALIZATION}. */
@BugPattern(
    summary = "An object is serialised that leads back to itself, until the stack is full",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/RecursiveSerialization.md")
public final class RecursiveSerialization extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public RecursiveSerialization() {
    super(Rule.RECURSIVE_SERIALIZATION);
  }
}

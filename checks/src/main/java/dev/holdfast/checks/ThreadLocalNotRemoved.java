package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * What a request brought stays with its thread: {@link Rule#THREAD_LOCAL_NOT_REMOVED} for Error
 * Prone.
 */
@BugPattern(
    summary = "What a request brought stays with the thread that served it",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/ThreadLocalNotRemoved.md")
public final class ThreadLocalNotRemoved extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public ThreadLocalNotRemoved() {
    super(Rule.THREAD_LOCAL_NOT_REMOVED);
  }
}

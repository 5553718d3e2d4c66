package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.SUGGESTION;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/**
 * An executor lets any number of tasks wait: {@link Rule#UNBOUNDED_EXECUTOR_QUEUE} for Error Prone.
 */
@BugPattern(
    summary = "An executor lets any number of tasks wait",
    severity = SUGGESTION,
    linkType = CUSTOM,
    link = "docs/rules/UnboundedExecutorQueue.md")
public final class UnboundedExecutorQueue extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public UnboundedExecutorQueue() {
    super(Rule.UNBOUNDED_EXECUTOR_QUEUE);
  }
}

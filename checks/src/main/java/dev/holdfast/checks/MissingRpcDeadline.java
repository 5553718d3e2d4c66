package dev.holdfast.checks;

import static com.google.errorprone.BugPattern.LinkType.CUSTOM;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;
import dev.holdfast.rulebook.Rule;

/** A remote call has no deadline: {@link Rule#MISSING_RPC_DEADLINE} for Error Prone. */
@BugPattern(
    summary = "A remote call has no deadline",
    severity = WARNING,
    linkType = CUSTOM,
    link = "docs/rules/MissingRpcDeadline.md")
public final class MissingRpcDeadline extends HoldfastCheck {
  private static final long serialVersionUID = 1;

  public MissingRpcDeadline() {
    super(Rule.MISSING_RPC_DEADLINE);
  }
}

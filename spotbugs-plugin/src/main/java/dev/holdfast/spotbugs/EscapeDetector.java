package dev.holdfast.spotbugs;

import dev.holdfast.rulebook.Mechanism;
import edu.umd.cs.findbugs.BugReporter;

/** Reports what gets out of the scope it belongs to. */
public final class EscapeDetector extends MechanismDetector {
  public EscapeDetector(BugReporter reporter) {
    super(reporter, Mechanism.ESCAPE);
  }
}

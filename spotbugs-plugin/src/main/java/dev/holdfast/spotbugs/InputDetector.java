package dev.holdfast.spotbugs;

import dev.holdfast.rulebook.Mechanism;
import edu.umd.cs.findbugs.BugReporter;

/** Reports what is read to its end without a limit. */
public final class InputDetector extends MechanismDetector {
  public InputDetector(BugReporter reporter) {
    super(reporter, Mechanism.INPUT);
  }
}

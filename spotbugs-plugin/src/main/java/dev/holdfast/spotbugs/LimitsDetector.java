package dev.holdfast.spotbugs;

import dev.holdfast.rulebook.Mechanism;
import edu.umd.cs.findbugs.BugReporter;

/** Reports what may wait for ever. */
public final class LimitsDetector extends MechanismDetector {
  public LimitsDetector(BugReporter reporter) {
    super(reporter, Mechanism.LIMITS);
  }
}

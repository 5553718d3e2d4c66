package dev.holdfast.spotbugs;

import dev.holdfast.rulebook.Mechanism;
import edu.umd.cs.findbugs.BugReporter;

/** Reports what is not released, not given back, or used after that. */
public final class LifecycleDetector extends MechanismDetector {
  public LifecycleDetector(BugReporter reporter) {
    super(reporter, Mechanism.LIFECYCLE);
  }
}

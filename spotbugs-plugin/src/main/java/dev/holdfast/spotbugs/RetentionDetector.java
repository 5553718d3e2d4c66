package dev.holdfast.spotbugs;

import dev.holdfast.rulebook.Mechanism;
import edu.umd.cs.findbugs.BugReporter;

/** Reports what outlives the requests that brought it. */
public final class RetentionDetector extends MechanismDetector {
  public RetentionDetector(BugReporter reporter) {
    super(reporter, Mechanism.RETENTION);
  }
}

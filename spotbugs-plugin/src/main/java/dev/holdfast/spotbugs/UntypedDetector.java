package dev.holdfast.spotbugs;

import dev.holdfast.rulebook.Mechanism;
import edu.umd.cs.findbugs.BugReporter;

/** Reports untyped trees and the digs into them. */
public final class UntypedDetector extends MechanismDetector {
  public UntypedDetector(BugReporter reporter) {
    super(reporter, Mechanism.UNTYPED);
  }
}

package dev.holdfast.spotbugs;

import dev.holdfast.rulebook.Mechanism;
import edu.umd.cs.findbugs.BugReporter;

/** Reports what the shape of a method alone shows. */
public final class StructureDetector extends MechanismDetector {
  public StructureDetector(BugReporter reporter) {
    super(reporter, Mechanism.STRUCTURE);
  }
}

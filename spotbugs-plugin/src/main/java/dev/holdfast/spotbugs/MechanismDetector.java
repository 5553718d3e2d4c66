package dev.holdfast.spotbugs;

import dev.holdfast.rulebook.Mechanism;
import edu.umd.cs.findbugs.BugReporter;
import edu.umd.cs.findbugs.Detector2;
import edu.umd.cs.findbugs.classfile.ClassDescriptor;
import edu.umd.cs.findbugs.classfile.Global;
import java.util.Locale;

/**
 * A mechanism as SpotBugs sees it: the witness's findings of its rules, one class at a time. The
 * analysis behind it runs once for all mechanisms.
 */
public abstract class MechanismDetector implements Detector2 {
  private final BugReporter reporter;
  private final Mechanism mechanism;

  MechanismDetector(BugReporter reporter, Mechanism mechanism) {
    this.reporter = reporter;
    this.mechanism = mechanism;
  }

  /** The class that stands for a mechanism: {@code LimitsDetector} for {@code LIMITS}. */
  public static String className(Mechanism mechanism) {
    String name = mechanism.name();
    return MechanismDetector.class.getPackageName()
        + "."
        + name.charAt(0)
        + name.substring(1).toLowerCase(Locale.ROOT)
        + "Detector";
  }

  Mechanism mechanism() {
    return mechanism;
  }

  @Override
  public void visitClass(ClassDescriptor type) {
    BytecodeWitness witness = Global.getAnalysisCache().getDatabase(BytecodeWitness.class);
    for (NumberedFinding found : witness.findings(type)) {
      if (found.rule().mechanism() == mechanism) {
        reporter.reportBug(Bug.of(found, this));
      }
    }
  }

  @Override
  public void finishPass() {}
}

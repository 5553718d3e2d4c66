package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.protocol.State;
import java.util.LinkedHashSet;
import java.util.Set;

/** What befalls an object on any of its paths, whatever the verdict: what a mender must know. */
final class Course {
  private static final int UNSEEN =
      Doubt.UNKNOWN_CALL | Doubt.MAY_RELEASE | Doubt.PART | Doubt.GUARDED_CALL | Doubt.OWN_PART;

  private final Set<Site> releases = new LinkedHashSet<>();
  private boolean leaves;

  /** An op made one fact out of another. */
  void step(Fact before, Fact after, int index, Values values) {
    if (before.state() == State.HELD && after.state() == State.DONE) {
      releases.add(values.op(index).site());
    }
    leaves |=
        after.state() == State.GONE || !after.marks().isEmpty() || (after.doubts() & UNSEEN) != 0;
  }

  boolean staysInside() {
    return !leaves;
  }

  Set<Site> releases() {
    return releases;
  }
}

package dev.holdfast.spotbugs;

import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.Detector2;

/**
 * A bug whose rank is its own: SpotBugs ranks by type and confidence, and so cannot tell a mild
 * finding of a grave rule from a grave one.
 */
final class RankedBug extends BugInstance {
  private static final long serialVersionUID = 1L;

  private final int rank;

  RankedBug(Detector2 detector, String type, int priority, int rank) {
    super(detector, type, priority);
    this.rank = rank;
  }

  // XXX: whoever loads a report again and does not take the rank that stands there ranks by type
  @Override
  public int getBugRank() {
    return rank;
  }
}

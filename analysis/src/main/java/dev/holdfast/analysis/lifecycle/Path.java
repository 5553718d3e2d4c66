package dev.holdfast.analysis.lifecycle;

/**
 * A station of the walk: a fact at the entry of a block and how it got there. Chained backwards, so
 * that the shortest path can be told.
 *
 * @param block index of the block
 * @param position first op of the block that is still to be applied
 * @param parent where it came from, or null
 * @param raisedBy index of the op whose exception led here, or -1
 */
record Path(int block, int position, Fact fact, Path parent, int raisedBy) {
  /** Whether some exception on the way is one that nobody declares or throws by name. */
  boolean passesUndeclared() {
    for (Path at = this; at != null; at = at.parent()) {
      if (at.raisedBy() >= 0 && "java.lang.RuntimeException".equals(at.fact().flight())) {
        return true;
      }
    }
    return false;
  }
}

package dev.holdfast.analysis.lifecycle;

import dev.holdfast.protocol.Bond;
import java.util.Set;

/**
 * The object under the tracker's eye.
 *
 * @param bond acquired or borrowed; a parameter counts as acquired
 * @param isParameter whether it was there at entry: then the walk asks what happens to it, not
 *     whether a duty is met
 * @param releasesItself whether the object has a releasing method of its own, so that a callee
 *     nobody knows may end its duty
 * @param type erased type of the object where known, or null
 * @param mayBeEmpty whether it is a response, which may have no content to release
 * @param goesOn whether it is given back by whoever has it last, so that passing it on may be all
 *     there is to do
 * @param staysBorrowedClosed whether it is a pooled object that closing does not give back
 * @param parents keys of the values whose release ends the duty too
 */
record Tracked(
    Bond bond,
    boolean isParameter,
    boolean releasesItself,
    String type,
    boolean mayBeEmpty,
    boolean goesOn,
    boolean staysBorrowedClosed,
    Set<String> parents) {
  /** A borrowed object is watched after its return: it may be used again or still be reachable. */
  boolean outlivesRelease() {
    return bond == Bond.BORROWED;
  }

  /** Places it is put into are noted; an acquired object put somewhere has a new owner instead. */
  boolean isMarked() {
    return isParameter || isBorrowed();
  }

  /**
   * Whether no question to the object itself can excuse that it is not given back: a pool counts
   * dead objects like any others. One that can be closed may say that it is.
   */
  boolean isOwedWhateverItsState() {
    return isBorrowed() && !releasesItself;
  }

  /** Nobody but its borrower gives it back. */
  boolean staysWithBorrower() {
    return isBorrowed() && !goesOn;
  }

  boolean isBorrowed() {
    return bond == Bond.BORROWED;
  }
}

package dev.holdfast.analysis.racing;

import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.analysis.waiting.Frame;
import dev.holdfast.analysis.waiting.Origin;

/**
 * Something that is done to a collection that takes no two threads at once.
 *
 * @param frame the body it stands in
 * @param index the op
 * @param root where the collection comes from: the op that makes it or loads its field
 * @param changes whether something is put in or taken out
 */
record Access(Frame frame, int index, Origin root, boolean changes) {
  Site site() {
    return frame.values().op(index).site();
  }

  /** Whether it is only a reference to a method of the collection, run by who knows whom. */
  boolean isReference() {
    return frame.values().op(index) instanceof Op.Closure;
  }

  /** A name that every access of the same collection in these bodies shares. */
  String place() {
    return root.place();
  }

  /** The load of a field, or null where the collection is made in the body. */
  Op.GetField load() {
    return root.op() instanceof Op.GetField get ? get : null;
  }
}

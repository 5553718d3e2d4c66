package dev.holdfast.analysis.retention;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Site;

/**
 * A place where something is put into a collection that is kept.
 *
 * @param scope the body it stands in
 * @param index the op that puts it there
 * @param key register of the key or element, or none where it cannot be seen
 * @param value register of what goes in beside the key, or none
 */
record Growth(Scope scope, int index, int key, int value) {
  Site site() {
    return scope.values().op(index).site();
  }

  MethodRef method() {
    return scope.body().method();
  }
}

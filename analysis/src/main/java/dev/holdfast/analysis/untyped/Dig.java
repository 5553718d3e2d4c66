package dev.holdfast.analysis.untyped;

import java.util.ArrayList;
import java.util.List;

/**
 * A value that was dug out of untyped maps.
 *
 * @param root origin of the value the dig began at
 * @param keys the keys on the way, "*" where not constant
 * @param chain indexes of the digging ops, outermost first
 * @param endless whether a loop digs as deep as its data says
 */
record Dig(int root, List<String> keys, List<Integer> chain, boolean endless) {
  static Dig at(int root) {
    return new Dig(root, List.of(), List.of(), false);
  }

  int depth() {
    return endless ? Integer.MAX_VALUE : keys.size();
  }

  Dig deeper(String key, int op) {
    List<String> moreKeys = new ArrayList<>(keys);
    moreKeys.add(key);
    List<Integer> moreOps = new ArrayList<>(chain);
    moreOps.add(op);
    return new Dig(root, moreKeys, moreOps, endless);
  }

  Dig inLoop() {
    return new Dig(root, keys, chain, true);
  }
}

package dev.holdfast.analysis.untyped;

import java.util.ArrayList;
import java.util.Comparator;
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
  static final Comparator<Dig> DEEPEST_FIRST =
      Comparator.comparingInt(Dig::depth)
          .reversed()
          .thenComparing(Dig::root, Comparator.reverseOrder())
          .thenComparing(dig -> dig.chain().toString());

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

  /** What another body digs out of this value, as seen from the op that runs that body. */
  Dig deeper(Dig inside, int op) {
    Dig dig = this;
    for (String key : inside.keys()) {
      dig = dig.deeper(key, op);
    }
    return inside.endless() ? dig.inLoop() : dig;
  }

  /** Index of the op that makes the deepest access, or -1. */
  int lastStep() {
    return chain.isEmpty() ? -1 : chain.get(chain.size() - 1);
  }

  // Written out, as in Member: what a record generates costs a bootstrap in every cold compiler.
  @Override
  public boolean equals(Object other) {
    return other instanceof Dig dig
        && dig.root == root
        && dig.endless == endless
        && dig.keys.equals(keys)
        && dig.chain.equals(chain);
  }

  @Override
  public int hashCode() {
    int hash = root;
    hash = hash * 31 + keys.hashCode();
    hash = hash * 31 + chain.hashCode();
    return hash * 31 + Boolean.hashCode(endless);
  }

  Dig inLoop() {
    return new Dig(root, keys, chain, true);
  }
}

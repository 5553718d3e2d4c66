package dev.holdfast.analysis;

/**
 * What a user may set, and the budgets.
 *
 * @param maxMapDepth levels that may be dug into an untyped map before it is a finding
 * @param calleeDepth how many calls deep a summary looks
 * @param calleeOps instructions of a callee's body beyond which it is not looked into
 * @param builderOps the same for the question whether a builder's result is fresh
 * @param states (block, fact) pairs of one method after which the analysis gives up on it
 */
public record Settings(
    int maxMapDepth, int calleeDepth, int calleeOps, int builderOps, int states) {
  public static final Settings DEFAULT = new Settings(2, 3, 250, 2000, 4000);

  public Settings withMaxMapDepth(int depth) {
    return new Settings(depth, calleeDepth, calleeOps, builderOps, states);
  }
}

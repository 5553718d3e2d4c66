package dev.holdfast.analysis;

import dev.holdfast.rulebook.Rule;
import java.util.Set;

/**
 * What a user may set, and the budgets.
 *
 * @param maxMapDepth levels that may be dug into an untyped map before it is a finding
 * @param calleeDepth how many calls deep a summary looks
 * @param calleeOps instructions of a callee's body beyond which it is not looked into
 * @param builderOps the same for the question whether a builder's result is fresh
 * @param states (block, fact) pairs of one method after which the analysis gives up on it
 * @param quiet rules of which only findings that are shown by default are wanted
 */
public record Settings(
    int maxMapDepth, int calleeDepth, int calleeOps, int builderOps, int states, Set<Rule> quiet) {
  public static final Settings DEFAULT = new Settings(2, 3, 250, 2000, 4000, Set.of());

  public Settings withMaxMapDepth(int depth) {
    return new Settings(depth, calleeDepth, calleeOps, builderOps, states, quiet);
  }

  public Settings withQuiet(Set<Rule> rules) {
    return new Settings(maxMapDepth, calleeDepth, calleeOps, builderOps, states, Set.copyOf(rules));
  }

  /** Whether nobody will see suggestions of a rule, so that no body need be lowered for them. */
  public boolean isQuiet(Rule rule) {
    return quiet.contains(rule);
  }
}

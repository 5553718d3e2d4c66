package dev.holdfast.analysis;

import dev.holdfast.rulebook.Level;
import dev.holdfast.rulebook.Rule;
import java.time.Duration;
import java.util.Collection;
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
 * @param off rules that nobody listens to: they cost nothing
 * @param timeout how long the team lets anything wait, for remedies; null where it does not say
 */
public record Settings(
    int maxMapDepth,
    int calleeDepth,
    int calleeOps,
    int builderOps,
    int states,
    Set<Rule> quiet,
    Set<Rule> off,
    Duration timeout) {
  public static final Settings DEFAULT =
      new Settings(2, 3, 250, 2000, 4000, Set.of(), Set.of(), null);

  public Settings {
    quiet = Set.copyOf(quiet);
    off = Set.copyOf(off);
  }

  public Settings withMaxMapDepth(int depth) {
    return new Settings(depth, calleeDepth, calleeOps, builderOps, states, quiet, off, timeout);
  }

  public Settings withQuiet(Set<Rule> rules) {
    return new Settings(
        maxMapDepth, calleeDepth, calleeOps, builderOps, states, rules, off, timeout);
  }

  public Settings withOff(Set<Rule> rules) {
    return new Settings(
        maxMapDepth, calleeDepth, calleeOps, builderOps, states, quiet, rules, timeout);
  }

  public Settings withTimeout(Duration limit) {
    return new Settings(maxMapDepth, calleeDepth, calleeOps, builderOps, states, quiet, off, limit);
  }

  /** Whether anybody will see what a rule has to say: one of suggestions may be quiet. */
  public boolean isHeard(Rule rule) {
    return !off.contains(rule) && (rule.level() != Level.SUGGESTION || !isQuiet(rule));
  }

  /** Whether anybody will see what one of these rules has to say. */
  public boolean isHeardOf(Collection<Rule> rules) {
    for (Rule rule : rules) {
      if (isHeard(rule)) {
        return true;
      }
    }
    return false;
  }

  /** Whether nobody will see suggestions of a rule, so that no body need be lowered for them. */
  public boolean isQuiet(Rule rule) {
    return quiet.contains(rule);
  }
}

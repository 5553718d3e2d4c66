package dev.holdfast.analysis;

import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.rulebook.Level;
import dev.holdfast.rulebook.Rule;
import java.util.List;

/**
 * One defect, with its evidence.
 *
 * @param rule the rule it breaks
 * @param level its own level; milder than the rule's on exceptional paths
 * @param definite whether a path proves it; otherwise it rests on an unknown and is shown only on
 *     demand
 * @param method the body it was found in
 * @param site the offending expression
 * @param message what is wrong, where acquired, on which path: one sentence without a full stop
 * @param remedy how to mend it: one sentence without a full stop
 * @param steps the path: acquired here, passed there, lost here; in order
 */
public record Finding(
    Rule rule,
    Level level,
    boolean definite,
    MethodRef method,
    Site site,
    String message,
    String remedy,
    List<Step> steps) {
  public Finding {
    // what a stub advises is whole sentences
    remedy = remedy.endsWith(".") ? remedy.substring(0, remedy.length() - 1) : remedy;
    steps = List.copyOf(steps);
  }

  /** One station of the path. */
  public record Step(Site site, String text) {}

  /** The same finding as one that rests on an unknown. */
  public Finding possible() {
    return new Finding(rule, level, false, method, site, message, remedy, steps);
  }

  /** The same finding with more to say on how to mend it. */
  public Finding advised(String more) {
    String all = remedy.isEmpty() ? more : remedy + "; " + more;
    return new Finding(rule, level, definite, method, site, message, all, steps);
  }

  /** Whether it is shown unless the user asks for more: definite, and no mere suggestion. */
  public boolean isShownByDefault() {
    return definite && level != Level.SUGGESTION;
  }
}

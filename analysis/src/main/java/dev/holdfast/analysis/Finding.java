package dev.holdfast.analysis;

import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.catalog.Limit;
import dev.holdfast.rulebook.Level;
import dev.holdfast.rulebook.Rule;
import java.util.List;
import java.util.Set;

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
 * @param hint what a program has to know that mends it
 */
public record Finding(
    Rule rule,
    Level level,
    boolean definite,
    MethodRef method,
    Site site,
    String message,
    String remedy,
    List<Step> steps,
    Hint hint) {
  public Finding {
    // what a stub advises is whole sentences
    remedy = remedy.endsWith(".") ? remedy.substring(0, remedy.length() - 1) : remedy;
    steps = List.copyOf(steps);
  }

  public Finding(
      Rule rule,
      Level level,
      boolean definite,
      MethodRef method,
      Site site,
      String message,
      String remedy,
      List<Step> steps) {
    this(rule, level, definite, method, site, message, remedy, steps, Hint.NONE);
  }

  /**
   * What a mender cannot read off the code.
   *
   * @param missing the limits that nothing sets
   * @param staysInside whether on all paths the object is known to nobody outside the method, and
   *     the method calls nothing that may release it unseen: a release at the end of its scope
   *     takes it from nobody
   * @param releases where some path releases it
   */
  public record Hint(Set<Limit> missing, boolean staysInside, Set<Site> releases) {
    /** Nothing is known. */
    public static final Hint NONE = new Hint(Set.of(), false, Set.of());

    public Hint {
      missing = Set.copyOf(missing);
      releases = Set.copyOf(releases);
    }

    /** Of limits that are missing. */
    public static Hint missing(Set<Limit> limits) {
      return new Hint(limits, false, Set.of());
    }
  }

  /** One station of the path. */
  public record Step(Site site, String text) {}

  /** The same finding as one that rests on an unknown. */
  public Finding possible() {
    return new Finding(rule, level, false, method, site, message, remedy, steps, hint);
  }

  /** The same finding with what is known for mending it. */
  public Finding with(Hint known) {
    return new Finding(rule, level, definite, method, site, message, remedy, steps, known);
  }

  /** The same finding with more to say on how to mend it. */
  public Finding advised(String more) {
    String all = remedy.isEmpty() ? more : remedy + "; " + more;
    // no hint: what more there is to do is for whoever knows the program
    return new Finding(rule, level, definite, method, site, message, all, steps);
  }

  /** Whether it is shown unless the user asks for more: definite, and no mere suggestion. */
  public boolean isShownByDefault() {
    return definite && level != Level.SUGGESTION;
  }
}

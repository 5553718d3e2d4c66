package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.MethodView;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The methods by which a body is entered, whose names and owners say what it is for: the one that a
 * lambda or a class without a name is written in, those that call a private step of theirs.
 */
public final class Entries {
  private static final Pattern NAMELESS = Pattern.compile(".*\\$\\d+");

  private Entries() {}

  /** Whether a class has no name: it belongs to the body it is written in. */
  static boolean isNameless(String type) {
    return NAMELESS.matcher(type).matches();
  }

  /** Whether something holds for all of them. */
  public static boolean all(MethodRef body, Calls calls, Predicate<MethodRef> test) {
    return test.test(body) || isWithin(body, calls) && of(body, calls).stream().allMatch(test);
  }

  /** Whether a body is a part of others, by its header alone. */
  private static boolean isWithin(MethodRef body, Calls calls) {
    MethodView view = calls.hierarchy().resolve(body);
    return body.name().startsWith("lambda$")
        || isNameless(body.owner())
        || view != null && view.isPrivate() && !body.isConstructor();
  }

  /** All of them, the body itself where nobody calls it. */
  public static Set<MethodRef> of(MethodRef body, Calls calls) {
    if (!isWithin(body, calls)) {
      return Set.of(body);
    }
    return of(body, new Bodies(calls, new Nest(calls).bodies(body.owner())), calls);
  }

  /** The same, where the bodies that may call it are known. */
  public static Set<MethodRef> of(MethodRef body, Bodies bodies, Calls calls) {
    Set<MethodRef> found = new LinkedHashSet<>();
    enter(bodies.declared(body), bodies, calls, new LinkedHashSet<>(), found);
    return found;
  }

  private static void enter(
      MethodRef method, Bodies bodies, Calls calls, Set<MethodRef> seen, Set<MethodRef> found) {
    if (!seen.add(method)) {
      return;
    }
    Set<MethodRef> callers =
        isWithin(method, calls) && !bodies.isReferred(method) ? bodies.callers(method) : Set.of();
    if (callers.isEmpty()) {
      found.add(method);
    }
    callers.forEach(caller -> enter(caller, bodies, calls, seen, found));
  }
}

package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.world.Contracts;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;

/** The parameter that tells a method how long it may take, by its name or by what it overrides. */
public final class GivenLimit {
  private static final List<String> LIMITS =
      List.of("timeout", "deadline", "maxwait", "waittime", "timelimit");

  /** Parts of names that say that it is about limits, and is none, or that nobody wants it. */
  private static final List<String> OTHERS =
      List.of("count", "retr", "code", "handler", "ignore", "unused", "factor", "id", "index");

  private static final Set<String> TIMES =
      Set.of("int", "long", "java.lang.Integer", "java.lang.Long", "java.time.Duration");

  private static final Set<String> KINDS = Set.of("Timeout", "Deadline", "TimeValue", "Duration");

  private GivenLimit() {}

  /** Whether a method is told how long it may take. */
  public static boolean isGiven(
      MethodRef declared, IntFunction<String> names, Contracts contracts) {
    List<String> types = declared.parameters();
    for (int p = 0; p < types.size(); p++) {
      if (isLimit(names.apply(p), types.get(p))) {
        return true;
      }
    }
    for (int p = 0; p < types.size(); p++) {
      if (TIMES.contains(types.get(p)) && isStated(contracts.of(declared), p)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The entry register of the limit that a body is given, where it looks at no limit that it is
   * given; -1 otherwise.
   */
  public static int unread(Scope scope, Contracts contracts) {
    MethodRef method = scope.body().method();
    List<String> types = method.parameters();
    int unread = -1;
    if (method.isConstructor() || method.name().startsWith("lambda$")) {
      return unread;
    }
    for (int p = 0; p < types.size(); p++) {
      int register = scope.body().parameter(p);
      if (register < scope.body().parameters()
          && (isLimit(scope.body().name(register), types.get(p))
              || TIMES.contains(types.get(p)) && isStated(contracts.of(method), p))) {
        if (Read.isRead(scope, Values.parameter(register))) {
          return -1;
        }
        unread = unread < 0 ? register : unread;
      }
    }
    return unread;
  }

  private static boolean isStated(Contract contract, int parameter) {
    Fact bounds = contract.fact(Word.BOUNDS, Slot.parameter(parameter));
    return bounds != null && LimitWords.bounds(bounds).contains(Limit.WAIT);
  }

  /** Whether a parameter tells how long something may take. */
  public static boolean isLimit(String name, String type) {
    String kind = type.substring(type.lastIndexOf('.') + 1);
    if (name == null || !TIMES.contains(type) && !KINDS.contains(kind)) {
      return false;
    }
    String lower = name.toLowerCase(Locale.ROOT).replace("_", "");
    boolean named = false;
    for (String limit : LIMITS) {
      if (lower.contains(limit)) {
        lower = lower.replace(limit, "");
        named = true;
      }
    }
    for (String other : OTHERS) {
      if (lower.contains(other)) {
        return false;
      }
    }
    return named || kind.equals("Timeout") || kind.equals("Deadline");
  }
}

package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.flow.Values;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import java.util.List;

/** Tells arguments that take a limit away from those that set one. */
final class Lifting {
  /** A parser that goes down further has no stack left. */
  private static final int DEEPEST_INPUT = 100_000;

  private static final int MOST_IDLE = 1_000;
  private static final int LONGEST_IDLE_SECONDS = 3_600;

  /** What an argument does to a limit. */
  enum Answer {
    /** Whatever it holds takes the limit away. */
    ALWAYS,
    /** Some of what it may hold does. */
    SOMETIMES,
    NEVER
  }

  private final Amounts amounts;

  Lifting(Amounts amounts) {
    this.amounts = amounts;
  }

  /** What the argument at a position of a call does to a limit that the fact about it names. */
  Answer of(Fact bounds, Limit limit, Values values, int index, List<Integer> arguments, int at) {
    boolean lifts = false;
    boolean sets = false;
    for (Amount amount : amounts.of(values, index, arguments, at)) {
      boolean lifted = amount != null && lifts(amount, bounds.argument("never", ""), limit);
      lifts |= lifted;
      sets |= !lifted;
    }
    return !lifts ? Answer.NEVER : sets ? Answer.SOMETIMES : Answer.ALWAYS;
  }

  private static boolean lifts(Amount amount, String never, Limit limit) {
    List<String> lifting = List.of(never.split(","));
    if (amount.isNull()) {
      return lifting.contains("null");
    }
    if (amount.isLargest()) {
      return true;
    }
    if (amount.number() <= 0) {
      return lifting.contains(amount.number() == 0 ? "0" : "-1");
    }
    return switch (limit) {
      case DEPTH -> amount.number() > DEEPEST_INPUT;
      case IDLE_COUNT -> amount.number() > MOST_IDLE;
      case IDLE -> amount.isLongerThan(LONGEST_IDLE_SECONDS);
      default -> false;
    };
  }
}

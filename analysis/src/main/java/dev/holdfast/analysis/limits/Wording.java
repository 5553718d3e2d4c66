package dev.holdfast.analysis.limits;

import dev.holdfast.catalog.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Puts limits into the words of a sentence. */
final class Wording {
  private Wording() {}

  /** The limits in order, each in its own words, with an "and" before the last. */
  static String listed(Set<Limit> limits, Function<Limit, String> words) {
    List<String> list = new ArrayList<>();
    for (Limit limit : limits) {
      list.add(words.apply(limit));
    }
    int last = list.size() - 1;
    return last == 0
        ? list.get(0)
        : String.join(", ", list.subList(0, last)) + " and " + list.get(last);
  }
}

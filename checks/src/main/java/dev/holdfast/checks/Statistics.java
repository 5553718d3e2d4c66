package dev.holdfast.checks;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was looked at so far, so that "no findings" can be told from "not looked at".
 *
 * @param units compilation units scanned
 * @param bodies methods, constructors, lambdas and initialisers met
 * @param lowered those that held an opening event and were analysed
 * @param givenUp bodies that could not be analysed, by reason
 * @param findings all of them, those shown on demand included
 * @param nanos time spent
 */
public record Statistics(
    int units, int bodies, int lowered, Map<String, Integer> givenUp, int findings, long nanos) {
  public Statistics {
    givenUp = Map.copyOf(givenUp);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Holdfast: ");
    text.append(bodies).append(" bodies in ").append(units).append(" files, ");
    double rate = bodies == 0 ? 0 : 100.0 * lowered / bodies;
    text.append(lowered).append(String.format(Locale.ROOT, " lowered (%.1f %%), ", rate));
    text.append(findings).append(" findings, ").append(nanos / 1_000_000).append(" ms");
    if (!givenUp.isEmpty()) {
      int all = givenUp.values().stream().mapToInt(Integer::intValue).sum();
      text.append("; given up: ").append(all);
      String separator = " (";
      for (Map.Entry<String, Integer> reason : new TreeMap<>(givenUp).entrySet()) {
        text.append(separator).append(reason.getValue()).append(' ').append(reason.getKey());
        separator = ", ";
      }
      text.append(')');
    }
    return text.toString();
  }
}

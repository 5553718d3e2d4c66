package dev.holdfast.checks;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was looked at, so that "no findings" can be told from "not looked at". */
public final class Statistics {
  private int units;
  private int bodies;
  private int lowered;
  private int findings;
  private long nanos;
  private final Map<String, Integer> givenUp = new TreeMap<>();

  void unit(int shown, long elapsed) {
    units++;
    findings += shown;
    nanos += elapsed;
  }

  void bodies(int seen, int analysed) {
    bodies += seen;
    lowered += analysed;
  }

  void gaveUp(String reason) {
    givenUp.merge(reason, 1, Integer::sum);
  }

  /** Compilation units scanned. */
  public int units() {
    return units;
  }

  /** Methods, constructors, lambdas and initialisers seen. */
  public int bodies() {
    return bodies;
  }

  /** Those that held an opening event and were lowered and analysed. */
  public int lowered() {
    return lowered;
  }

  /** Bodies that could not be analysed, by reason. */
  public Map<String, Integer> givenUp() {
    return Map.copyOf(givenUp);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "Holdfast: %d bodies in %d files, %d lowered (%.1f %%), %d findings, %d ms",
            bodies,
            units,
            lowered,
            bodies == 0 ? 0 : 100.0 * lowered / bodies,
            findings,
            nanos / 1_000_000));
    int all = givenUp.values().stream().mapToInt(Integer::intValue).sum();
    if (all > 0) {
      text.append("; ").append(all).append(" given up:");
      givenUp.forEach(
          (reason, count) ->
              text.append(' ').append(count).append(" x ").append(reason).append(','));
      text.setLength(text.length() - 1);
    }
    return text.toString();
  }
}

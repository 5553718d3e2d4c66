package dev.holdfast.cases;

/**
 * One finding that must be there.
 *
 * @param line the line on which the name of the called member stands, counted from 1
 * @param rule name of the rule
 * @param engine who must see it
 * @param possible whether it is shown only on demand: a suggestion, or one that rests on an unknown
 */
public record Expected(int line, String rule, Engine engine, boolean possible)
    implements Comparable<Expected> {
  @Override
  public int compareTo(Expected other) {
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : rule.compareTo(other.rule);
  }

  @Override
  public String toString() {
    return line + " " + rule + (possible ? " (possible)" : "");
  }
}

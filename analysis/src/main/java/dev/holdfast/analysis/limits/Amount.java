package dev.holdfast.analysis.limits;

/**
 * A constant that an argument stands for.
 *
 * @param isNull whether it is no object at all
 * @param number the figure, as far as it is one
 * @param seconds how long one of it is, 0 where it has no unit
 */
record Amount(boolean isNull, double number, double seconds) {
  static final Amount NULL = new Amount(true, 0, 0);

  static Amount of(Number number) {
    return new Amount(false, number.doubleValue(), 0);
  }

  /** The same figure in a unit. */
  Amount in(double unit) {
    return new Amount(isNull, number, unit);
  }

  /** As many as the type of a figure can count: "for ever", in all libraries alike. */
  boolean isLargest() {
    return number == Integer.MAX_VALUE || number == (double) Long.MAX_VALUE;
  }

  /** Whether it is a span of time longer than this one. */
  boolean isLongerThan(double span) {
    return seconds > 0 && number * seconds > span;
  }
}

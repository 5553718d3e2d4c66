package dev.holdfast.catalog;

/**
 * The place of a member that a fact speaks about: the type itself, a field, the receiver, the
 * result of a method or constructor, or one parameter.
 *
 * <p>{@link Word#RELEASES}, {@link Word#RETURNS} and {@link Word#BOUNDS} written on a method speak
 * about its receiver; every other word written on a method or constructor speaks about its result.
 */
public record Slot(Kind kind, int index) {
  /** What a slot is. */
  public enum Kind {
    TYPE,
    FIELD,
    RECEIVER,
    RESULT,
    PARAMETER
  }

  public static final Slot TYPE = new Slot(Kind.TYPE, -1);
  public static final Slot FIELD = new Slot(Kind.FIELD, -1);
  public static final Slot RECEIVER = new Slot(Kind.RECEIVER, -1);
  public static final Slot RESULT = new Slot(Kind.RESULT, -1);

  /** The parameter with this zero-based index; a varargs parameter has one index. */
  public static Slot parameter(int index) {
    return new Slot(Kind.PARAMETER, index);
  }

  public boolean isParameter() {
    return kind == Kind.PARAMETER;
  }

  // Written out: what a record generates costs a bootstrap in every cold compiler.
  @Override
  public boolean equals(Object other) {
    return other instanceof Slot && ((Slot) other).kind == kind && ((Slot) other).index == index;
  }

  @Override
  public int hashCode() {
    return kind.ordinal() * 31 + index;
  }

  @Override
  public String toString() {
    return isParameter() ? "parameter " + index : kind.name().toLowerCase(java.util.Locale.ROOT);
  }
}

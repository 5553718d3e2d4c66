package dev.holdfast.analysis.summary;

/**
 * What a body does to the object in one of its entry registers.
 *
 * @param role what has become of it by the time of a normal end
 * @param field the field of the receiver it is stored in, or null
 * @param onThrow what has become of it by the time of an exceptional end: {@link Role#USES} where
 *     one of them leaves it held, {@link Role#RELEASES} where none does, {@link Role#UNKNOWN} where
 *     there are none
 * @param guarded whether a question to the object decides if it is released
 * @param certain whether no budget cut the look short
 */
public record Fate(Role role, String field, Role onThrow, boolean guarded, boolean certain) {
  /** Of what can hold no object with a duty. */
  public static final Fate USED = new Fate(Role.USES, null, Role.UNKNOWN, false, true);

  /** Too much goes on in the body. */
  public static final Fate UNCLEAR = new Fate(Role.UNKNOWN, null, Role.UNKNOWN, false, false);

  /** The body was not looked into. */
  static final Fate NOT_SEEN = new Fate(Role.UNKNOWN, null, Role.UNKNOWN, false, false);
}

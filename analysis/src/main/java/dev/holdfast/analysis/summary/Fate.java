package dev.holdfast.analysis.summary;

import dev.holdfast.analysis.world.Hierarchy;
import java.util.HashSet;
import java.util.Set;

/**
 * What a body does to the object in one of its entry registers.
 *
 * @param role what has become of it by the time of a normal end
 * @param field the field of the receiver it is stored in, or null
 * @param onThrow what has become of it by the time of the exceptional ends
 * @param guarded whether a question to the object decides if it is released
 * @param certain whether no budget cut the look short
 */
public record Fate(Role role, String field, Thrown onThrow, boolean guarded, boolean certain) {
  /** Of what can hold no object with a duty. */
  public static final Fate USED = new Fate(Role.USES, null, Thrown.NONE, false, true);

  /** Too much goes on in the body. */
  public static final Fate UNCLEAR = new Fate(Role.UNKNOWN, null, Thrown.NONE, false, false);

  /** The body was not looked into. */
  static final Fate NOT_SEEN = new Fate(Role.UNKNOWN, null, Thrown.NONE, false, false);

  /**
   * What the exceptional ends leave of it, by the type of the exception.
   *
   * @param held types with which it is surely still held
   * @param open types with which nobody can tell
   * @param released types with which its duty is met
   */
  public record Thrown(Set<String> held, Set<String> open, Set<String> released) {
    /** What an edge carries that counts only because the code around it catches everything. */
    private static final Set<String> NAMELESS =
        Set.of(
            "java.lang.RuntimeException",
            "java.lang.Exception",
            "java.lang.Error",
            "java.lang.Throwable");

    static final Thrown NONE = new Thrown(Set.of(), Set.of(), Set.of());

    /**
     * The held ones that some throw is known to raise: that a body catches and rethrows whatever
     * may come is no reason for its callers to expect it.
     */
    Set<String> heldByName() {
      Set<String> named = new HashSet<>(held);
      named.removeAll(NAMELESS);
      return named;
    }

    /**
     * {@link Role#USES} where an end by such an exception leaves it held, {@link Role#RELEASES}
     * where none does, {@link Role#UNKNOWN} where there are none.
     */
    Role role(String type, Hierarchy hierarchy) {
      if (has(held, type, hierarchy)) {
        return Role.USES;
      }
      boolean sure = has(released, type, hierarchy) && !has(open, type, hierarchy);
      return sure ? Role.RELEASES : Role.UNKNOWN;
    }

    private static boolean has(Set<String> types, String type, Hierarchy hierarchy) {
      for (String one : types) {
        if (hierarchy.isSubtype(one, type) || hierarchy.isSubtype(type, one)) {
          return true;
        }
      }
      return false;
    }
  }
}

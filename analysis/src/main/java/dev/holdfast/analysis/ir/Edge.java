package dev.holdfast.analysis.ir;

/**
 * A way out of a block.
 *
 * @param kind what makes control take it
 * @param target index of a block, {@link Body#EXIT} or {@link Body#THROW}
 * @param type for RAISE and RETHROW the exception type as a binary name, else null
 * @param declared for RAISE: whether the callee's throws clause names the type or it is an explicit
 *     throw. An undeclared edge (always {@code java.lang.RuntimeException}) counts only under the
 *     conditions at the head of RULES
 * @param test for GOTO: what must hold, or null
 */
public record Edge(Kind kind, int target, String type, boolean declared, Test test) {
  /** What makes control take an edge. */
  public enum Kind {
    GOTO,
    /** The last op of the block throws; its effect on its target register did not happen. */
    RAISE,
    /** The exception in flight when the handler was entered goes on; taken only by that type. */
    RETHROW
  }

  /** A condition on one register. */
  public record Test(Is is, int register, String type) {
    /** The condition. */
    public enum Is {
      NULL,
      NONNULL,
      TRUE,
      FALSE,
      /** instanceof {@code type}. */
      INSTANCE,
      NOT_INSTANCE
    }
  }

  public static Edge go(int target) {
    return new Edge(Kind.GOTO, target, null, false, null);
  }

  public static Edge when(Test.Is is, int register, int target) {
    return new Edge(Kind.GOTO, target, null, false, new Test(is, register, null));
  }

  public static Edge raise(String type, boolean declared, int target) {
    return new Edge(Kind.RAISE, target, type, declared, null);
  }

  public static Edge rethrow(String type, int target) {
    return new Edge(Kind.RETHROW, target, type, true, null);
  }

  public Edge to(int otherTarget) {
    return new Edge(kind, otherTarget, type, declared, test);
  }
}

package dev.holdfast.analysis.ir;

import java.util.Objects;

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

  /**
   * A condition on one register.
   *
   * @param type for INSTANCE and NOT_INSTANCE, else null
   * @param number what an int is compared with, else 0
   */
  public record Test(Is is, int register, String type, int number) {
    // Written out, as in Member: what a record generates costs a bootstrap in every cold compiler.
    @Override
    public boolean equals(Object other) {
      return other instanceof Test test
          && test.is == is
          && test.register == register
          && test.number == number
          && Objects.equals(test.type, type);
    }

    @Override
    public int hashCode() {
      int hash = is.hashCode();
      hash = hash * 31 + register;
      hash = hash * 31 + Objects.hashCode(type);
      return hash * 31 + number;
    }

    /** The condition. */
    public enum Is {
      NULL,
      NONNULL,
      TRUE,
      FALSE,
      /** instanceof {@code type}. */
      INSTANCE,
      NOT_INSTANCE,
      /** An int that is {@code number}. */
      EQUAL,
      NOT_EQUAL,
      /** An int below {@code number}. */
      LESS,
      AT_LEAST;

      /** What holds where this does not. */
      public Is opposite() {
        return switch (this) {
          case NULL -> NONNULL;
          case NONNULL -> NULL;
          case TRUE -> FALSE;
          case FALSE -> TRUE;
          case INSTANCE -> NOT_INSTANCE;
          case NOT_INSTANCE -> INSTANCE;
          case EQUAL -> NOT_EQUAL;
          case NOT_EQUAL -> EQUAL;
          case LESS -> AT_LEAST;
          case AT_LEAST -> LESS;
        };
      }

      /** Whether it compares an int. */
      public boolean compares() {
        return compareTo(EQUAL) >= 0;
      }
    }

    public Test(Is is, int register, String type) {
      this(is, register, type, 0);
    }

    /** {@code register > number}, or null where that is no question. */
    public static Test above(int register, int number) {
      Test not = notAbove(register, number);
      return not == null ? null : not.opposite();
    }

    /** {@code register <= number}, or null where that is no question. */
    public static Test notAbove(int register, int number) {
      return number == Integer.MAX_VALUE ? null : new Test(Is.LESS, register, null, number + 1);
    }

    public Test opposite() {
      return new Test(is.opposite(), register, type, number);
    }

    public Test of(int otherRegister) {
      return new Test(is, otherRegister, type, number);
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

  public Edge testing(Test otherTest) {
    return new Edge(kind, target, type, declared, otherTest);
  }

  public Edge to(int otherTarget) {
    return new Edge(kind, otherTarget, type, declared, test);
  }
}

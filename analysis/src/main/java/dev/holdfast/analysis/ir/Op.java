package dev.holdfast.analysis.ir;

import java.util.List;

/**
 * One step of a lowered body. Registers are small ints, not SSA: a local variable is one register
 * with many definitions, a temporary has one. {@link #NONE} stands for "no register".
 */
public sealed interface Op {
  /** No register: the target of a void call, the receiver of a static one. */
  int NONE = -1;

  Site site();

  /** The register this op defines, or {@link #NONE}. */
  default int target() {
    return NONE;
  }

  /** The method or constructor this op runs, or null if it runs none. */
  default MethodRef called() {
    return null;
  }

  /**
   * Makes an object and runs its constructor, as one step: if it throws there is no object.
   *
   * @param arguments constructor arguments; a local or anonymous class has its captured variables
   *     appended (the enclosing instance first)
   */
  record New(int target, MethodRef constructor, List<Integer> arguments, Site site) implements Op {
    public New {
      arguments = List.copyOf(arguments);
    }

    @Override
    public MethodRef called() {
      return constructor;
    }
  }

  /** How a call is dispatched. */
  enum Dispatch {
    STATIC,
    VIRTUAL,
    INTERFACE,
    /** private, super.x(), this(..) and super(..). */
    SPECIAL
  }

  /**
   * A call. Varargs are spread into an array by {@link NewArray} and {@link ArrayStore} before it,
   * as the compiler does.
   *
   * @param receiver {@link #NONE} for a static method
   */
  record Call(
      int target,
      MethodRef method,
      Dispatch dispatch,
      int receiver,
      List<Integer> arguments,
      Site site)
      implements Op {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public MethodRef called() {
      return method;
    }
  }

  /** Reads a field; {@code object} is {@link #NONE} for a static one. */
  record GetField(int target, int object, FieldRef field, Site site) implements Op {}

  /** Writes a field; {@code object} is {@link #NONE} for a static one. */
  record PutField(int object, FieldRef field, int source, Site site) implements Op {}

  record NewArray(int target, String elementType, Site site) implements Op {}

  record ArrayLoad(int target, int array, Site site) implements Op {}

  record ArrayStore(int array, int source, Site site) implements Op {}

  record Move(int target, int source, Site site) implements Op {}

  /** A checked cast to an erased type (binary name). Same object, same duty. */
  record Cast(int target, String type, int source, Site site) implements Op {}

  /**
   * A constant: null, Boolean, Integer (also for byte, short, char), Long, Float, Double, String,
   * or {@link TypeConstant} for a class literal.
   */
  record Const(int target, Object value, Site site) implements Op {}

  /** String concatenation; constant parts are arguments too (registers of {@link Const} ops). */
  record Concat(int target, List<Integer> arguments, Site site) implements Op {
    public Concat {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * A lambda or method reference.
   *
   * @param body for a lambda a synthetic method whose first parameters are the captures ({@code
   *     this} included where used); for a method reference the method named
   * @param reference whether it is a method reference
   * @param dispatch how {@code body} is called (STATIC or SPECIAL for a lambda body)
   * @param captures captured values in order; for a bound method reference its receiver
   * @param functional binary name of the functional interface
   */
  record Closure(
      int target,
      MethodRef body,
      boolean reference,
      Dispatch dispatch,
      List<Integer> captures,
      String functional,
      Site site)
      implements Op {
    public Closure {
      captures = List.copyOf(captures);
    }
  }

  record Monitor(boolean enter, int lock, Site site) implements Op {}

  /** First op of an exception handler. {@code type} is what the handler catches. */
  record Caught(int target, String type, Site site) implements Op {}

  /**
   * Sets the result of the body; {@code source} is {@link #NONE} for void. A goto follows, through
   * copies of {@code finally} where there are any, to {@link Body#EXIT}: judge what is returned
   * there, not here.
   */
  record Return(int source, Site site) implements Op {}

  /** Last op of its block. The edges say where each exception type goes. */
  record Throw(int source, Site site) implements Op {}

  /** A value the analysis need not understand: arithmetic, comparison, instanceof as a value. */
  record Opaque(int target, List<Integer> arguments, Site site) implements Op {
    public Opaque {
      arguments = List.copyOf(arguments);
    }
  }

  /** A class literal, by binary name. */
  record TypeConstant(String type) {}
}

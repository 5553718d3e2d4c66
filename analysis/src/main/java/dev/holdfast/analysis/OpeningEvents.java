package dev.holdfast.analysis;

import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import java.util.function.IntFunction;

/**
 * What a front end asks to tell which bodies are worth lowering, from the cheapest question to the
 * dearest. A body without an opening event is not looked at.
 */
public interface OpeningEvents {
  /** Whether a member of this simple name may be an opening event at all; asked first. */
  boolean mentions(String name);

  /**
   * Whether a call of this method is an opening event: it acquires, borrows, waits, binds untyped,
   * digs an untyped map, or may pass on what a callee acquired.
   */
  Opening opening(MethodRef callee);

  /**
   * Whether values of this type (binary name) may have to be released or given back, or wait for
   * something, as far as the stubs know.
   */
  boolean mayCarryDuty(String type);

  /** Whether values of this type may be untyped trees, as far as the stubs know. */
  boolean mayBeTree(String type);

  /** Whether objects of this type are filled and emptied again, as far as the stubs know. */
  boolean isReusable(String type);

  /** Whether a field may keep more and more for the whole process, by its header alone. */
  boolean mayKeep(FieldRef field);

  /**
   * Whether a method that calls itself is looked at: where it catches something, or where it reads
   * from somebody.
   */
  boolean mayRecurse(MethodRef declared, boolean catches);

  /** Whether a method may build the map of objects that it returns, by its header alone. */
  boolean mayReturnPayload(MethodRef declared);

  /** Whether anybody wants to know what objects keep that live longer; asked before the rest. */
  boolean judgesLifespans();

  /** Whether it may matter who keeps objects of this type (binary name). */
  boolean isShortLived(String type);

  /** Whether a method that gets a short-lived object may put it where it lives longer. */
  boolean mayCapture(MethodRef declared);

  /** Whether such an object is put into a field that does: its constructors speak for it. */
  boolean mayCapture(FieldRef field);

  /**
   * Whether a method is told how long it may take; asked of those that wait for other threads.
   *
   * @param parameters the name of each parameter
   */
  boolean isGivenLimit(MethodRef declared, IntFunction<String> parameters);

  /** Whether others wait for each run of this method: it handles requests. */
  boolean isHandler(MethodRef declared);
}

package dev.holdfast.checks.frontend;

import dev.holdfast.analysis.Opening;
import dev.holdfast.analysis.OpeningEvents;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** Opening events as a test says: calls of some names, decided by the resolved method. */
record OpeningByName(Predicate<String> names, Function<MethodRef, Opening> calls)
    implements OpeningEvents {
  /** Every call of every method opens. */
  static final OpeningByName ALL = new OpeningByName(name -> true, method -> Opening.ALWAYS);

  @Override
  public boolean mentions(String name) {
    return names.test(name);
  }

  @Override
  public Opening opening(MethodRef callee) {
    return calls.apply(callee);
  }

  @Override
  public boolean mayCarryDuty(String type) {
    return this == ALL;
  }

  @Override
  public boolean mayBeTree(String type) {
    return this == ALL;
  }

  @Override
  public boolean isReusable(String type) {
    return this == ALL;
  }

  @Override
  public boolean mayKeep(FieldRef field) {
    return false;
  }

  @Override
  public boolean mayRecurse(MethodRef declared, boolean catches) {
    return catches || this == ALL;
  }

  @Override
  public boolean mayReturnPayload(MethodRef declared) {
    return false;
  }

  @Override
  public boolean judgesLifespans() {
    return false;
  }

  @Override
  public boolean isShortLived(String type) {
    return false;
  }

  @Override
  public boolean mayCapture(MethodRef declared) {
    return false;
  }

  @Override
  public boolean mayCapture(FieldRef field) {
    return false;
  }

  @Override
  public boolean isHandler(MethodRef declared) {
    return false;
  }

  @Override
  public boolean isGivenLimit(MethodRef declared, IntFunction<String> parameters) {
    return false;
  }
}

package dev.holdfast.analysis.summary;

import dev.holdfast.analysis.ir.MethodRef;
import java.util.Set;

/** A meaning that the body of the callee tells, operand by operand. */
final class Inferred implements Meaning {
  private final Summaries summaries;
  private final Summary summary;
  private final MethodRef method;
  private final Stated unseen;

  /** Entry register of the first operand: a constructor has the object it makes before it. */
  private final int first;

  private final boolean onlyUsed;

  /**
   * @param unseen what can be said without the body
   * @param onlyUsed whether the receiver cannot be released by this method
   */
  Inferred(
      Summaries summaries,
      Summary summary,
      MethodRef method,
      Stated unseen,
      boolean hasReceiver,
      boolean onlyUsed) {
    this.summaries = summaries;
    this.summary = summary;
    this.method = method;
    this.unseen = unseen;
    this.first = method.isConstructor() && !hasReceiver ? 1 : 0;
    this.onlyUsed = onlyUsed;
  }

  @Override
  public boolean isKnown(int operand) {
    return fate(operand).certain();
  }

  @Override
  public Role role(int operand) {
    Fate fate = fate(operand);
    if (fate == Fate.NOT_SEEN) {
      return unseen.role(operand);
    }
    if (operand == 0 && onlyUsed && fate.role() == Role.UNKNOWN) {
      return Role.USES;
    }
    boolean wraps =
        fate.role() == Role.CONTAINS
            && method.isConstructor()
            && summaries.closes(method.owner(), fate.field());
    return wraps ? Role.ALIASES : fate.role();
  }

  @Override
  public Role roleOnThrow(int operand, String type) {
    return fate(operand).onThrow().role(type, summaries.calls().hierarchy());
  }

  @Override
  public Set<String> heldOn(int operand) {
    return summaries.isSource(method) ? fate(operand).onThrow().heldByName() : Set.of();
  }

  @Override
  public boolean isGuarded(int operand) {
    return fate(operand).guarded();
  }

  private Fate fate(int operand) {
    return summary.fate(first + operand);
  }

  @Override
  public Acquisition acquires() {
    return first == 1 ? summary.owned() : summary.fresh();
  }

  @Override
  public int carriedBy() {
    return -1;
  }

  @Override
  public Set<String> unchecked() {
    return summary.unchecked();
  }

  @Override
  public boolean userCode() {
    return false;
  }

  @Override
  public NullTest nullTest() {
    return summary.nullTest();
  }
}

package dev.holdfast.catalog;

import java.util.List;

/** What is known about APIs: the facts of all stubs, looked up with precedence and inheritance. */
public final class Catalog {
  private Catalog() {}

  /** The stubs that Holdfast ships. */
  public static Catalog builtIn() {
    return new Catalog();
  }

  /** Whether any stub speaks about a member of this simple name ({@code <init>} included). */
  public boolean mentions(String memberName) {
    return false;
  }

  /** All that is known about a member. Not memoised: the caller knows its own keys best. */
  public Contract contract(Member member, Program program) {
    return Contract.NONE;
  }

  /** Types whose values may carry a duty or a pool bond, binary names. */
  public java.util.Set<String> dutyTypes() {
    return java.util.Set.of();
  }

  /** Whether some member of exactly this type carries {@code @Waits} or {@code @Bounds}. */
  public boolean bearsLimits(String type) {
    return false;
  }

  /** What was wrong with the stubs read; facts of the sound parts count all the same. */
  public List<StubProblem> problems() {
    return List.of();
  }
}

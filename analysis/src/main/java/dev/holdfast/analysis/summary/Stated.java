package dev.holdfast.analysis.summary;

import java.util.List;
import java.util.Set;

/**
 * A meaning that holds whatever the body is: somebody says so, or there is no body to look into.
 */
record Stated(
    boolean known,
    List<Role> roles,
    Acquisition acquires,
    int carriedBy,
    Set<String> unchecked,
    boolean userCode)
    implements Meaning {

  @Override
  public boolean isKnown(int operand) {
    return known;
  }

  @Override
  public Role role(int operand) {
    return operand < roles.size() ? roles.get(operand) : Role.UNKNOWN;
  }

  @Override
  public Role roleOnThrow(int operand, String type) {
    return Role.UNKNOWN;
  }

  @Override
  public Set<String> heldOn(int operand) {
    return Set.of();
  }

  @Override
  public boolean isGuarded(int operand) {
    return false;
  }

  @Override
  public NullTest nullTest() {
    return null;
  }
}

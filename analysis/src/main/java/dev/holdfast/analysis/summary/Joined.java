package dev.holdfast.analysis.summary;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What holds if any of several bodies may be the one that runs; nothing is said of the result. */
record Joined(List<Meaning> bodies) implements Meaning {
  @Override
  public boolean isKnown(int operand) {
    for (Meaning body : bodies) {
      if (!body.isKnown(operand)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Role role(int operand) {
    Role joined = bodies.get(0).role(operand);
    for (int i = 1; i < bodies.size() && joined != Role.UNKNOWN; i++) {
      joined = joined.or(bodies.get(i).role(operand));
    }
    return joined;
  }

  @Override
  public Role roleOnThrow(int operand, String type) {
    Role joined = bodies.get(0).roleOnThrow(operand, type);
    for (Meaning body : bodies) {
      Role role = body.roleOnThrow(operand, type);
      if (role == Role.USES) {
        return Role.USES;
      }
      joined = role == joined ? joined : Role.UNKNOWN;
    }
    return joined;
  }

  @Override
  public Set<String> heldOn(int operand) {
    Set<String> types = new HashSet<>();
    for (Meaning body : bodies) {
      types.addAll(body.heldOn(operand));
    }
    return types;
  }

  @Override
  public boolean isGuarded(int operand) {
    for (Meaning body : bodies) {
      if (body.isGuarded(operand)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Acquisition acquires() {
    return null;
  }

  @Override
  public int carriedBy() {
    return -1;
  }

  @Override
  public Set<String> unchecked() {
    Set<String> thrown = new HashSet<>();
    for (Meaning body : bodies) {
      thrown.addAll(body.unchecked());
    }
    return thrown;
  }

  @Override
  public boolean userCode() {
    for (Meaning body : bodies) {
      if (body.userCode()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public NullTest nullTest() {
    return null;
  }
}

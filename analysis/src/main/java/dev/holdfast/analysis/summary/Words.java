package dev.holdfast.analysis.summary;

import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.world.Contracts;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Duty;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import dev.holdfast.protocol.Bond;
import dev.holdfast.rulebook.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Turns what the catalog says about a member into the meaning of its calls. */
final class Words {
  private final Contracts contracts;
  private final boolean closing;

  /**
   * @param closing whether what closes an object releases it; otherwise only what gives it back
   */
  Words(Contracts contracts, boolean closing) {
    this.contracts = contracts;
    this.closing = closing;
  }

  Meaning meaning(Contract contract, MethodRef method, boolean hasReceiver) {
    List<Role> roles = new ArrayList<>();
    if (hasReceiver) {
      roles.add(receiver(contract));
    }
    int carriedBy = -1;
    int parameters = method.parameters().size();
    for (int i = 0; i < parameters; i++) {
      Slot slot = Slot.parameter(i);
      roles.add(parameter(contract, slot));
      Fact carried = contract.fact(Word.ACQUIRES, slot);
      if (carried != null && isCarried(carried) && !isDeferred(carried)) {
        carriedBy = roles.size() - 1;
      }
    }
    Fact result = contract.fact(Word.ACQUIRES, Slot.RESULT);
    if (hasReceiver && result != null && isCarried(result)) {
      carriedBy = 0;
    }
    Acquisition acquires = acquisition(contract, method);
    return new Stated(true, roles, acquires, carriedBy, Set.of(), false);
  }

  /** {@code close()} of an {@code AutoCloseable}: the one fact that needs no stub. */
  boolean isClose(MethodRef method) {
    return closing
        && method.name().equals("close")
        && method.descriptor().startsWith("()")
        && contracts.hierarchy().isSubtype(method.owner(), "java.lang.AutoCloseable");
  }

  /** The duty that the contract puts on the result, deferred ones too, or null. */
  static Acquisition duty(Contract contract, MethodRef method) {
    return duty(contract, method, Slot.RESULT);
  }

  /** The same for a parameter, of whoever implements the method. */
  static Acquisition duty(Contract contract, MethodRef method, Slot slot) {
    Fact acquires = contract.fact(Word.ACQUIRES, slot);
    if (acquires == null || isCarried(acquires) || isNothing(acquires)) {
      return null;
    }
    return new Acquisition(
        Bond.ACQUIRED,
        duty(acquires.value(Duty.RESOURCE.name())),
        level(acquires.argument("level", "")),
        acquires.argument("closedBy", ""),
        method,
        advice(contract),
        isSurelyOfItsKind(contract));
  }

  private static Level level(String name) {
    for (Level level : Level.values()) {
      if (level.name().equals(name)) {
        return level;
      }
    }
    return null;
  }

  /** Of what waits the advice says how to bound it, not how to end the duty. */
  private static String advice(Contract contract) {
    return contract.says(Word.WAITS, Slot.RESULT) ? "" : contract.advice();
  }

  /** A stream of a URL is the body of a response only if the URL turns out to be one of HTTP. */
  private static boolean isSurelyOfItsKind(Contract contract) {
    Fact waits = contract.fact(Word.WAITS, Slot.RESULT);
    return waits == null || waits.argument("as", "").isEmpty();
  }

  private static Acquisition acquisition(Contract contract, MethodRef method) {
    if (contract.says(Word.BORROWS, Slot.RESULT)) {
      return new Acquisition(
          Bond.BORROWED, Duty.RESOURCE, null, "", method, contract.advice(), true);
    }
    Fact acquires = contract.fact(Word.ACQUIRES, Slot.RESULT);
    return acquires != null && isDeferred(acquires) ? null : duty(contract, method);
  }

  /** Whether the duty is the one that something else carries. */
  static boolean isCarried(Fact acquires) {
    return acquires.value("").equals("CARRIED");
  }

  /** Whether there is no duty: what is made stands in for the real thing. */
  static boolean isNothing(Fact acquires) {
    return acquires.value("").equals("NOTHING");
  }

  private static boolean isDeferred(Fact acquires) {
    return acquires.argument("deferred", "").equals("true");
  }

  private static Duty duty(String name) {
    for (Duty duty : Duty.values()) {
      if (duty.name().equals(name)) {
        return duty;
      }
    }
    return Duty.RESOURCE;
  }

  private boolean releases(Contract contract, Slot slot) {
    return contract.says(Word.RETURNS, slot) || closing && contract.says(Word.RELEASES, slot);
  }

  private Role receiver(Contract contract) {
    if (releases(contract, Slot.RECEIVER)) {
      return Role.RELEASES;
    }
    if (contract.says(Word.ALIASES, Slot.RESULT)) {
      return Role.ALIASES;
    }
    Fact handed = contract.fact(Word.HANDED_OVER, Slot.RESULT);
    return handed == null
        ? Role.USES
        : switch (handed.value("OWNER")) {
          case "THREAD" -> Role.RUNS_ON_THREAD;
          case "CONTAINER", "THREAD_LOCAL" -> Role.CONTAINS;
          // what it holds is given out, not the receiver itself
          default -> Role.USES;
        };
  }

  private Role parameter(Contract contract, Slot slot) {
    if (releases(contract, slot)) {
      return Role.RELEASES;
    }
    if (contract.says(Word.ALIASES, slot)) {
      return Role.ALIASES;
    }
    if (duty(contract, null, slot) != null) {
      return Role.OWNS;
    }
    Fact handed = contract.fact(Word.HANDED_OVER, slot);
    if (handed == null) {
      return Role.USES;
    }
    return switch (handed.value("OWNER")) {
      case "THREAD" -> Role.RUNS_ON_THREAD;
      case "CONTAINER", "THREAD_LOCAL" -> Role.CONTAINS;
      default -> Role.OWNS;
    };
  }
}

package dev.holdfast.analysis.waiting;

import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.Contracts;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the catalog says about threads: who waits for them, what bounds that, what locks. */
public final class ThreadWords {
  private static final String THREADS = "java.lang.Thread";

  private final Contracts contracts;
  private final Map<String, Boolean> handling = new HashMap<>();

  public ThreadWords(Contracts contracts) {
    this.contracts = contracts;
  }

  /**
   * Whether a call waits for another thread without a limit. What is closed by waiting is waited
   * for on purpose.
   */
  public boolean waits(MethodRef method) {
    Contract contract = contracts.of(method);
    return isOn(contract, "THREAD")
        && contract.fact(Word.WAITS, Slot.RESULT).argument("wait", "").equals("NEVER")
        && !contract.says(Word.RELEASES, Slot.RECEIVER);
  }

  /** Whether who comes back from a call holds its receiver until it is released. */
  public boolean locks(MethodRef method) {
    return isOn(contracts.of(method), "LOCK");
  }

  /** Whether a method is called for each request, message or scheduled run. */
  public boolean isHandler(MethodRef method) {
    return contracts.of(method).says(Word.LIVES, Slot.RESULT, "REQUEST");
  }

  /** Whether a class declares such a method. */
  public boolean hasHandler(String type) {
    Boolean known = handling.get(type);
    if (known == null) {
      ClassView view = contracts.world().find(type);
      known = view != null && view.methods().stream().anyMatch(one -> isHandler(one.method()));
      handling.put(type, known);
    }
    return known;
  }

  private static boolean isOn(Contract contract, String peer) {
    Fact waits = contract.fact(Word.WAITS, Slot.RESULT);
    return waits != null && waits.argument("on", "").equals(peer);
  }

  boolean unlocks(MethodRef method) {
    return contracts.of(method).says(Word.RELEASES, Slot.RECEIVER);
  }

  boolean borrows(MethodRef method) {
    return contracts.of(method).says(Word.BORROWS, Slot.RESULT);
  }

  /** Whether a call takes elements or room, so that the next one waits for others. */
  boolean handsOver(MethodRef method) {
    return contracts.of(method).says(Word.HANDED_OVER);
  }

  /** Whether a call puts an argument into its receiver. */
  boolean fills(MethodRef method) {
    for (Fact fact : contracts.of(method).facts()) {
      if (fact.word() == Word.HANDED_OVER
          && fact.slot().isParameter()
          && fact.value("").equals("CONTAINER")) {
        return true;
      }
    }
    return false;
  }

  /** Whether there is room for anything in what a constructor makes. */
  boolean hasRoom(MethodRef constructor) {
    return contracts.of(constructor).says(Word.UNBOUNDED, Slot.RESULT)
        && !hasBound(constructor, List.of("SIZE"));
  }

  /** Whether the receiver needs no waiting after a call: it has ended, or will by itself. */
  public boolean settles(MethodRef method) {
    return bounds(contracts.of(method).fact(Word.BOUNDS, Slot.RECEIVER), "WAIT");
  }

  /** Whether an argument of a call says how long it waits. */
  public boolean isBounded(MethodRef method) {
    return hasBound(method, List.of("WAIT"));
  }

  /** Whether what a call results in comes to an end by itself. */
  boolean endsResult(MethodRef method) {
    return waits(method)
        || settles(method)
        || hasBound(method, List.of("WAIT", "CALL", "READ", "QUERY"));
  }

  private boolean hasBound(MethodRef method, List<String> limits) {
    for (Fact fact : contracts.of(method).facts()) {
      if (fact.word() == Word.BOUNDS && fact.slot().isParameter()) {
        for (String limit : limits) {
          if (bounds(fact, limit)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether the result of a call has the limits of an argument. */
  boolean takesLimits(MethodRef method, int argument) {
    return bounds(contracts.of(method).fact(Word.BOUNDS, Slot.parameter(argument)), "CARRIED");
  }

  private static boolean bounds(Fact fact, String limit) {
    return fact != null && List.of(fact.value("").split(",")).contains(limit);
  }

  /** Whether a call results in its receiver, under another type. */
  boolean isView(MethodRef method) {
    return contracts.of(method).says(Word.ALIASES, Slot.RESULT);
  }

  boolean isMentioned(MethodRef method) {
    return contracts.of(method).mentioned();
  }

  /** Whether a call goes out over the network and comes back with what is still to come. */
  boolean sends(MethodRef method) {
    for (Fact fact : contracts.of(method).facts()) {
      boolean carries =
          fact.word() == Word.ACQUIRES && fact.value("").equals("CARRIED")
              || fact.word() == Word.BOUNDS && bounds(fact, "CARRIED");
      if (carries && fact.slot().isParameter()) {
        return true;
      }
    }
    return false;
  }

  /** Whether an argument runs on another thread. */
  public boolean runsElsewhere(MethodRef method, int argument) {
    return contracts.of(method).says(Word.HANDED_OVER, Slot.parameter(argument), "THREAD");
  }

  /** The same for a thread that others are waiting to use. */
  boolean runsOnPool(MethodRef method, int argument) {
    return runsElsewhere(method, argument)
        && !method.isConstructor()
        && !method.owner().startsWith(THREADS);
  }

  String advice(MethodRef method) {
    return contracts.of(method).advice();
  }
}

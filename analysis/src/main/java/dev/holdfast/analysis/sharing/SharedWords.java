package dev.holdfast.analysis.sharing;

import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;

/** What the catalog says about objects of which one is enough, and about who makes them. */
final class SharedWords {
  private final Calls calls;

  SharedWords(Calls calls) {
    this.calls = calls;
  }

  /** Whether one object of this type is meant to serve everybody. */
  boolean isShared(String type) {
    return type.indexOf('.') > 0 && calls.contracts().ofType(type).says(Word.SHARED, Slot.TYPE);
  }

  /** Whether an op makes an object that is meant to be shared, by the word of the catalog alone. */
  boolean makes(Op op) {
    boolean called =
        op instanceof Op.New || op instanceof Op.Call call && !call.method().isConstructor();
    return called && makes(op.called());
  }

  /** The same for a method or constructor. */
  boolean makes(MethodRef method) {
    if (!isShared(method.made())) {
      return false;
    }
    if (method.isConstructor()) {
      return true;
    }
    if (isBuilt(method)) {
      return true;
    }
    Contract contract = calls.contracts().of(method);
    return contract.mentioned()
        && (says(contract, Word.WAITS) || isAcquired(contract) || isFactory(method));
  }

  /** {@code Pattern.compile(regex)}: a static method that makes one of its type, or a new one. */
  private boolean isFactory(MethodRef method) {
    MethodView declared = calls.hierarchy().resolve(method);
    return declared != null
        && declared.isStatic()
        && (method.name().startsWith("new")
            || method.result().equals(method.owner()) && !method.parameters().isEmpty());
  }

  /** A method without arguments by which a builder gives what it builds. */
  private boolean isBuilt(MethodRef method) {
    return method.owner().endsWith("Builder")
        && method.parameters().isEmpty()
        && !isClient(method.result());
  }

  /**
   * Whether objects of a type hold connections or threads, or wait for others: a client, rather
   * than something that was only dear to make.
   */
  boolean isClient(Op op) {
    return makesClient(op.called());
  }

  /** The same for what a method or constructor makes. */
  boolean makesClient(MethodRef method) {
    return isClient(method.made()) || says(calls.contracts().of(method), Word.WAITS);
  }

  /** Whether a method may make such an object for its caller: a helper of the user's own. */
  boolean mayHelp(MethodRef method) {
    return !method.isConstructor()
        && isShared(method.result())
        && !calls.contracts().of(method).mentioned()
        && calls.isOwnCode(method);
  }

  private boolean isClient(String type) {
    return calls.contracts().isDutyType(type) || calls.contracts().isWaiting(type);
  }

  private static boolean says(Contract contract, Word word) {
    return contract.says(word, Slot.RESULT);
  }

  /** A mock owes nothing, because it is nothing. */
  private static boolean isAcquired(Contract contract) {
    Fact acquires = contract.fact(Word.ACQUIRES, Slot.RESULT);
    return acquires != null && !acquires.value("").equals("NOTHING");
  }
}

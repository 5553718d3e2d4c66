package dev.holdfast.analysis;

import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.summary.Acquisition;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Word;

/** Decides which calls make a body worth lowering. */
final class Openings {
  private final Calls calls;

  Openings(Calls calls) {
    this.calls = calls;
  }

  Opening of(MethodRef callee) {
    Contract contract = calls.contracts().of(callee);
    if (contract.mentioned()) {
      return of(contract, callee);
    }
    return passesOn(callee) ? Opening.ALWAYS : Opening.NEVER;
  }

  private Opening of(Contract contract, MethodRef callee) {
    Acquisition acquires = calls.acquires(callee);
    if (acquires != null && acquires.rule() != null) {
      return Opening.ALWAYS;
    }
    Opening opening = Opening.NEVER;
    for (Fact fact : contract.facts()) {
      boolean opens =
          switch (fact.word()) {
            case ACQUIRES -> fact.slot().isParameter();
            case WAITS -> fact.argument("on", "").equals("HTTP");
            case UNTYPED -> fact.slot().isParameter() || fact.value("").isEmpty();
            default -> false;
          };
      if (opens) {
        return Opening.ALWAYS;
      }
      if (fact.word() == Word.UNTYPED && fact.value("").equals("DIG")) {
        opening = Opening.IF_UNTYPED;
      }
    }
    return opening;
  }

  /** A method nobody speaks about that returns what it acquired itself. */
  private boolean passesOn(MethodRef callee) {
    if (callee.isConstructor()) {
      return calls.isOwnCode(callee) && calls.acquires(callee) != null;
    }
    if (!Calls.mayHold(callee.result())) {
      return false;
    }
    MethodView declared = calls.hierarchy().resolve(callee);
    if (declared == null || declared.isAbstract()) {
      return false;
    }
    Acquisition acquires = calls.acquires(callee);
    return acquires != null && acquires.rule() != null;
  }
}

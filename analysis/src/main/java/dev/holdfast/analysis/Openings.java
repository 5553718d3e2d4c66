package dev.holdfast.analysis;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.input.Inputs;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.limits.Limits;
import dev.holdfast.analysis.pooled.ReturnedDirty;
import dev.holdfast.analysis.retention.Retention;
import dev.holdfast.analysis.sharing.Sharing;
import dev.holdfast.analysis.structure.Serialization;
import dev.holdfast.analysis.summary.Acquisition;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.untyped.Untyped;
import dev.holdfast.analysis.waiting.ThreadWords;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import dev.holdfast.rulebook.Rule;

/** Decides which calls make a body worth lowering. */
final class Openings {
  private static final String OBJECT = "java.lang.Object";

  private final Calls calls;
  private final ThreadWords words;
  private final Settings settings;

  /** What a wait for another thread is, by itself no more than a suggestion. */
  private final Opening waiting;

  Openings(Calls calls, Settings settings) {
    this.calls = calls;
    this.settings = settings;
    this.waiting = settings.isQuiet(Rule.UNBOUNDED_WAIT) ? Opening.IF_PRESSED : Opening.ALWAYS;
    this.words = new ThreadWords(calls.contracts());
  }

  Opening of(MethodRef callee) {
    if (Sharing.opens(callee, calls, settings)) {
      return Opening.ALWAYS;
    }
    Contract contract = calls.contracts().of(callee);
    if (contract.mentioned()) {
      return of(contract, callee);
    }
    return passesOn(callee)
            || digs(callee)
            || Limits.judgesMade(callee, calls.contracts())
            || ReturnedDirty.mayLend(calls, callee)
        ? Opening.ALWAYS
        : Opening.NEVER;
  }

  /** A method of this compilation that digs in a tree: who calls it may dig on. */
  private boolean digs(MethodRef callee) {
    if (callee.isConstructor() || !Calls.mayHold(callee.result())) {
      return false;
    }
    MethodView declared = calls.hierarchy().resolve(callee);
    ClassView owner =
        declared == null || declared.isAbstract()
            ? null
            : calls.contracts().world().find(declared.method().owner());
    if (owner == null || !owner.isSource() || !callsStep(declared.method())) {
      return false;
    }
    Scope body = calls.summaries().scope(declared.method());
    return body != null && Untyped.digs(body, calls);
  }

  /** A cheap look: does a body call anything that goes down a tree at all? */
  private boolean callsStep(MethodRef method) {
    for (MethodRef called : calls.summaries().called(method)) {
      if (calls.contracts().of(called).says(Word.UNTYPED, Slot.RESULT, "DIG")) {
        return true;
      }
    }
    return false;
  }

  private Opening of(Contract contract, MethodRef callee) {
    Acquisition acquires = calls.acquires(callee);
    if (acquires != null && acquires.rule() != null) {
      return Opening.ALWAYS;
    }
    if (Retention.givesToThread(contract)) {
      return Opening.ALWAYS;
    }
    Opening opening = contract.says(Word.SHARED, Slot.RESULT) ? Opening.IF_FILLED : Opening.NEVER;
    for (Fact fact : contract.facts()) {
      boolean opens =
          switch (fact.word()) {
            case ACQUIRES, RETURNS -> fact.slot().isParameter();
            case WAITS, UNBOUNDED, BOUNDS ->
                Limits.judges(fact, contract, callee, settings) || Inputs.judges(fact, settings);
            case UNTYPED -> fact.value("").isEmpty();
            case SERIALIZES -> Serialization.judges(fact);
            default -> false;
          };
      if (opens) {
        return Opening.ALWAYS;
      }
      if (opening == Opening.NEVER && fact.word() == Word.HANDED_OVER) {
        opening = handedOver(fact, contract, callee);
      }
      if (fact.word() == Word.UNTYPED
          && fact.slot().equals(Slot.RESULT)
          && fact.value("").equals("DIG")) {
        // a tree of another library's own says by its methods what is asked for
        boolean typed = !callee.result().equals(OBJECT) && !callee.parameters().isEmpty();
        opening = typed ? Opening.ALWAYS : Opening.IF_UNTYPED;
      } else if (fact.word() == Word.WAITS && words.waits(callee)) {
        opening = waiting;
      } else if (fact.word() == Word.WAITS && words.locks(callee)) {
        opening = Opening.PRESSES;
      }
    }
    if (opening == Opening.NEVER && ReturnedDirty.takesReusable(contract)) {
      return Opening.IF_REUSABLE;
    }
    return opening;
  }

  private static Opening handedOver(Fact fact, Contract contract, MethodRef callee) {
    if (Retention.grows(contract, callee)) {
      return Opening.IF_KEPT;
    }
    return fact.slot().isParameter() && fact.value("").equals("THREAD")
        ? Opening.IF_FILLED
        : Opening.NEVER;
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

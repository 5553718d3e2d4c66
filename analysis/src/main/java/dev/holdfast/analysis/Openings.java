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
import dev.holdfast.protocol.Bond;
import dev.holdfast.rulebook.Rule;

/** Decides which calls make a body worth lowering. */
final class Openings {
  private static final String OBJECT = "java.lang.Object";

  private final Calls calls;
  private final ThreadWords words;
  private final Settings settings;
  private final Heard heard;

  /** What a wait for another thread is, by itself no more than a suggestion. */
  private final Opening waiting;

  Openings(Calls calls, Settings settings, Heard heard) {
    this.calls = calls;
    this.settings = settings;
    this.heard = heard;
    this.waiting = settings.isQuiet(Rule.UNBOUNDED_WAIT) ? Opening.IF_PRESSED : Opening.ALWAYS;
    this.words = new ThreadWords(calls.contracts());
  }

  Opening of(MethodRef callee) {
    if (heard.sharing && Sharing.opens(callee, calls, settings)) {
      return Opening.ALWAYS;
    }
    Contract contract = calls.contracts().of(callee);
    if (contract.mentioned()) {
      return of(contract, callee);
    }
    return heard.acquisitions() && passesOn(callee)
            || heard.untyped && digs(callee)
            || heard.limits && Limits.judgesMade(callee, calls.contracts())
            || heard.dirty && ReturnedDirty.mayLend(calls, callee)
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
    if (heard.acquisitions() && isHeard(calls.acquires(callee))
        || heard.threadLocals && Retention.givesToThread(contract)) {
      return Opening.ALWAYS;
    }
    boolean shared = heard.races && contract.says(Word.SHARED, Slot.RESULT);
    Opening opening = shared ? Opening.IF_FILLED : Opening.NEVER;
    for (Fact fact : contract.facts()) {
      boolean opens =
          switch (fact.word()) {
            case ACQUIRES, RETURNS -> heard.acquisitions() && fact.slot().isParameter();
            case WAITS, UNBOUNDED, BOUNDS ->
                heard.limits && Limits.judges(fact, contract, callee, settings)
                    || heard.inputs && Inputs.judges(fact, settings);
            case UNTYPED -> heard.untyped && fact.value("").isEmpty();
            case SERIALIZES ->
                (heard.serialization || heard.droppedFields) && Serialization.judges(fact);
            default -> false;
          };
      if (opens) {
        return Opening.ALWAYS;
      }
      if (opening == Opening.NEVER && fact.word() == Word.HANDED_OVER) {
        opening = handedOver(fact, contract, callee);
      }
      if (heard.untyped
          && fact.word() == Word.UNTYPED
          && fact.slot().equals(Slot.RESULT)
          && fact.value("").equals("DIG")) {
        // a tree of another library's own says by its methods what is asked for
        boolean typed = !callee.result().equals(OBJECT) && !callee.parameters().isEmpty();
        opening = typed ? Opening.ALWAYS : Opening.IF_UNTYPED;
      } else if (heard.waiting && fact.word() == Word.WAITS && words.waits(callee)) {
        opening = waiting;
      } else if (heard.waiting && fact.word() == Word.WAITS && words.locks(callee)) {
        opening = Opening.PRESSES;
      }
    }
    return heard.dirty && opening == Opening.NEVER && ReturnedDirty.takesReusable(contract)
        ? Opening.IF_REUSABLE
        : opening;
  }

  private Opening handedOver(Fact fact, Contract contract, MethodRef callee) {
    if (heard.fields() && Retention.grows(contract, callee)) {
      return Opening.IF_KEPT;
    }
    return heard.races && fact.slot().isParameter() && fact.value("").equals("THREAD")
        ? Opening.IF_FILLED
        : Opening.NEVER;
  }

  /** A method nobody speaks about that returns what it acquired itself. */
  private boolean passesOn(MethodRef callee) {
    if (callee.isConstructor()) {
      return calls.isOwnCode(callee) && isHeard(calls.acquires(callee));
    }
    if (!calls.mayAcquire(callee)) {
      return false;
    }
    MethodView declared = calls.hierarchy().resolve(callee);
    if (declared == null || declared.isAbstract()) {
      return false;
    }
    return isHeard(calls.acquires(callee));
  }

  /** Whether somebody wants to know what becomes of what is acquired. */
  private boolean isHeard(Acquisition acquires) {
    if (acquires == null || acquires.rule() == null) {
      return false;
    }
    if (acquires.bond() == Bond.BORROWED) {
      return heard.pools || heard.dirty;
    }
    return heard.sharing
        || settings.isHeard(acquires.rule())
        || settings.isHeard(Rule.OWNER_NOT_CLOSEABLE);
  }
}

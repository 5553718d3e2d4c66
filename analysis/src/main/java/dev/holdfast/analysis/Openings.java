package dev.holdfast.analysis;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Acquisition;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Word;
import java.util.HashMap;
import java.util.Map;

/** Decides which calls make a body worth lowering. */
final class Openings {
  private final Calls calls;
  private final Map<MethodRef, Boolean> acquirers = new HashMap<>();

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
    if (callee.isConstructor() || !Calls.mayHold(callee.result())) {
      return false;
    }
    MethodView declared = calls.hierarchy().resolve(callee);
    if (declared == null || declared.isAbstract()) {
      return false;
    }
    ClassView owner = calls.contracts().world().find(declared.method().owner());
    boolean worthwhile =
        owner != null && owner.isSource()
            ? mayAcquire(declared.method(), 0)
            : calls.contracts().isDutyType(callee.result());
    if (!worthwhile) {
      return false;
    }
    Acquisition acquires = calls.acquires(callee);
    return acquires != null && acquires.rule() != null;
  }

  /** A cheap look at a body of this compilation: does it call anything that acquires at all? */
  private boolean mayAcquire(MethodRef method, int depth) {
    Boolean known = acquirers.get(method);
    if (known != null) {
      return known;
    }
    acquirers.put(method, false);
    Scope body = depth > 2 ? null : calls.summaries().scope(method);
    boolean found = false;
    if (body != null) {
      for (Op op : body.values().ops()) {
        found = found || op instanceof Op.Call call && mayAcquire(call, depth);
        found = found || op instanceof Op.New made && acquires(made.constructor());
      }
    }
    acquirers.put(method, found);
    return found;
  }

  private boolean mayAcquire(Op.Call call, int depth) {
    if (calls.contracts().of(call.method()).mentioned()) {
      return acquires(call.method());
    }
    if (!Calls.mayHold(call.method().result())) {
      return false;
    }
    MethodView declared = calls.hierarchy().resolve(call.method());
    if (declared == null || declared.isAbstract()) {
      return false;
    }
    ClassView owner = calls.contracts().world().find(declared.method().owner());
    return owner != null && owner.isSource()
        ? mayAcquire(declared.method(), depth + 1)
        : calls.contracts().isDutyType(call.method().result());
  }

  private boolean acquires(MethodRef method) {
    return calls.contracts().of(method).facts().stream()
        .anyMatch(
            fact ->
                fact.word() == Word.BORROWS
                    || fact.word() == Word.ACQUIRES
                        // a future passes on what another call says it owes
                        && (fact.slot().isParameter() || !fact.value("").equals("CARRIED")));
  }
}

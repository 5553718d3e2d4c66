package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import dev.holdfast.catalog.Word;

/** What a lambda or method reference sets on an object that it captures or is given. */
final class Handed {
  private final Calls calls;
  private final Callees callees;

  Handed(Calls calls, Callees callees) {
    this.calls = calls;
    this.callees = callees;
  }

  /** What is set on one of its operands, captures first; doubted where nobody can tell. */
  Bounded to(Op.Closure closure, int operand) {
    Contract contract = calls.contracts().of(closure.body());
    boolean isReceiver =
        operand == 0
            && closure.reference()
            && closure.dispatch() != Op.Dispatch.STATIC
            && !closure.body().isConstructor();
    if (closure.reference() && contract.mentioned()) {
      return said(contract, isReceiver);
    }
    Bounded bounded = new Bounded();
    if (isReceiver && calls.contracts().bearsLimits(closure.body().owner())) {
      return bounded;
    }
    Scope body = calls.summaries().scope(closure.body());
    LimitFlow flow = body == null ? null : callees.deeper(body);
    int register = closure.body().isConstructor() ? operand + 1 : operand;
    if (flow == null || closure.dispatch() == Op.Dispatch.INTERFACE) {
      bounded.doubt();
    } else if (register < body.body().parameters()) {
      bounded.add(flow.setOn(Values.parameter(register)));
    }
    return bounded;
  }

  private static Bounded said(Contract contract, boolean isReceiver) {
    Bounded bounded = new Bounded();
    for (Fact fact : contract.facts()) {
      if (fact.word() != Word.BOUNDS) {
        continue;
      }
      if (!isReceiver || LimitWords.bounds(fact).contains(Limit.CARRIED)) {
        bounded.doubt();
      } else {
        LimitWords.bounds(fact).forEach(bounded::add);
      }
    }
    return bounded;
  }
}

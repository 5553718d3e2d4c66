package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Word;

/** Tells types whose objects closing does not give back to the pool they are borrowed from. */
final class MereClosing {
  private final Calls calls;

  MereClosing(Calls calls) {
    this.calls = calls;
  }

  /** Whether the {@code close()} of a class does nothing by which a pool could hear of it. */
  boolean is(String type) {
    if (type == null || !calls.hierarchy().isSubtype(type, "java.lang.AutoCloseable")) {
      return false;
    }
    ClassView view = calls.contracts().world().find(type);
    MethodRef close = new MethodRef(type, "close", "()V");
    if (view == null || (view.access() & 0x0600) != 0 || tellsPool(close)) {
      return false;
    }
    Contract contract = calls.contracts().of(close);
    if (contract.mentioned() && contract.facts().isEmpty()) {
      return true;
    }
    MethodView declared = calls.hierarchy().resolve(close);
    Scope body =
        declared == null || declared.isAbstract()
            ? null
            : calls.summaries().scope(declared.method());
    if (body == null) {
      return false;
    }
    for (Op op : body.values().ops()) {
      boolean runs = op instanceof Op.Call || op instanceof Op.New;
      if (runs && (!calls.contracts().of(op.called()).mentioned() || tellsPool(op.called()))) {
        return false;
      }
    }
    return true;
  }

  private boolean tellsPool(MethodRef method) {
    Contract contract = calls.contracts().of(method);
    return contract.says(Word.RETURNS) || contract.says(Word.HANDED_OVER);
  }
}

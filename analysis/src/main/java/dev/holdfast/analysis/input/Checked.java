package dev.holdfast.analysis.input;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.Locale;

/** Whether a body asks how long its input is, or has somebody in view who limits it. */
final class Checked {
  private static final String LENGTH_HEADER = "content-length";

  private final Scope scope;
  private final Calls calls;
  private Boolean asks;

  Checked(Scope scope, Calls calls) {
    this.scope = scope;
    this.calls = calls;
  }

  // XXX: that the length is asked for is taken for a check of it
  boolean isLimited(Load load) {
    if (asks == null) {
      asks = asks();
    }
    return asks || load == Load.REQUEST && isConfigured();
  }

  private boolean asks() {
    for (Op op : scope.values().ops()) {
      if (op instanceof Op.Const constant
          && constant.value() instanceof String text
          && text.equalsIgnoreCase(LENGTH_HEADER)) {
        return true;
      }
      if (op instanceof Op.Call call
          && call.receiver() >= 0
          && call.arguments().isEmpty()
          && (isNamed(call) || Origins.bounds(calls.contracts().of(call.method())))) {
        return true;
      }
    }
    return false;
  }

  /** Whoever is named after the header asks for it, whatever the library. */
  private static boolean isNamed(Op.Call call) {
    return call.method().name().toLowerCase(Locale.ROOT).contains("contentlength");
  }

  /** The class itself is annotated with a limit on what it takes. */
  private boolean isConfigured() {
    return calls.contracts().ofType(scope.body().method().owner()).says(Word.BOUNDS, Slot.TYPE);
  }
}

package dev.holdfast.analysis.structure;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Descriptors;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A method that fails, swallows the failure and calls itself as it was called. */
final class Retry {
  /** Parts of names that say that time passes, or is looked at. */
  private static final List<String> PACING =
      List.of("sleep", "wait", "delay", "backoff", "pause", "park", "time", "schedule", "now");

  /** Names that tell somebody of the failure and change nothing. */
  private static final Set<String> TELLING =
      Set.of(
          "log",
          "trace",
          "debug",
          "info",
          "warn",
          "warning",
          "error",
          "severe",
          "fine",
          "print",
          "println",
          "printf",
          "printStackTrace",
          "getMessage",
          "getCause",
          "toString",
          "format",
          "append",
          "getLogger");

  private static final Set<String> BROAD =
      Set.of("java.lang.Throwable", "java.lang.Exception", "java.lang.RuntimeException");

  private static final Set<String> NUMBERS = Set.of("int", "long", "boolean", "short", "byte");

  private final Scope scope;
  private final Values values;
  private final Calls calls;

  Retry(Scope scope, Calls calls) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
  }

  /** The handler without which control never comes to this self-call, or null if it is no retry. */
  Op.Caught after(Op.Call call, int index) {
    Body body = scope.body();
    for (int k = 0; k < call.arguments().size(); k++) {
      if (!Recursion.isUnchanged(values, index, call.arguments().get(k), body.parameter(k))) {
        return null;
      }
    }
    int target = values.blockOf(index);
    Op.Caught caught = null;
    BitSet handlers = new BitSet();
    for (int b = 0; b < body.blocks().size(); b++) {
      List<Op> ops = body.blocks().get(b).ops();
      if (!ops.isEmpty()
          && ops.get(0) instanceof Op.Caught first
          && !scope.rethrows(values.index(b, 0))) {
        handlers.set(b);
        if (caught == null && (b == target || scope.mayPrecede(b, target))) {
          caught = first;
        }
      }
    }
    return caught == null
            || caught.type().equals("java.lang.InterruptedException")
            || isReached(target, handlers)
            || isPaced(handlers, target)
        ? null
        : caught;
  }

  private boolean isReached(int target, BitSet without) {
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    open.add(0);
    seen.set(0);
    while (!open.isEmpty()) {
      Block block = scope.body().blocks().get(open.poll());
      for (Edge edge : block.edges()) {
        int next = edge.target();
        if (next >= 0 && !without.get(next) && !seen.get(next)) {
          seen.set(next);
          open.add(next);
        }
      }
    }
    return seen.get(target);
  }

  /** Whether something counts, waits, looks at the clock or asks whether to go on. */
  private boolean isPaced(BitSet handlers, int target) {
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (op instanceof Op.PutField) {
        return true;
      }
      if (op instanceof Op.Call call
          && (isPacing(call.method().name())
              || isOnTheWay(i, handlers, target)
                  && !call.method().equals(scope.body().method())
                  && NUMBERS.contains(Descriptors.result(call.method().descriptor()))
                  && !isOfFailure(call, i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPacing(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String part : PACING) {
      if (lower.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an op may run between a failure and the next try. */
  private boolean isOnTheWay(int index, BitSet handlers, int target) {
    int block = values.blockOf(index);
    if (block != target && !scope.mayPrecede(block, target)) {
      return false;
    }
    for (int h = handlers.nextSetBit(0); h >= 0; h = handlers.nextSetBit(h + 1)) {
      if (h == block || scope.mayPrecede(h, block)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a call asks the exception itself. */
  private boolean isOfFailure(Op.Call call, int index) {
    for (int origin : values.origins(index, call.receiver())) {
      if (!Values.isParameter(origin) && values.op(origin) instanceof Op.Caught) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the next try is bound to fail like the last: any failure at all is caught, and nothing
   * is done about it. Who catches one special failure may know that it passes.
   */
  boolean isDefinite(Op.Caught caught, int index) {
    if (!BROAD.contains(caught.type()) && !calls.hierarchy().isChecked(caught.type())) {
      return false;
    }
    int target = values.blockOf(index);
    BitSet handlers = new BitSet();
    for (int b = 0; b < scope.body().blocks().size(); b++) {
      List<Op> ops = scope.body().blocks().get(b).ops();
      if (!ops.isEmpty() && ops.get(0) instanceof Op.Caught) {
        handlers.set(b);
      }
    }
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (i != index
          && op instanceof Op.Call call
          && !TELLING.contains(call.method().name())
          && isOnTheWay(i, handlers, target)) {
        return false;
      }
    }
    return true;
  }
}

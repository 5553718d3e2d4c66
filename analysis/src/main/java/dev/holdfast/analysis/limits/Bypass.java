package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Places;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for a path from the birth of a builder to its build() that goes round every call that sets
 * a limit. A branch that asks for the limit's own value is none: there the limit is configured.
 */
final class Bypass {
  private final Scope scope;
  private final Values values;

  Bypass(Scope scope) {
    this.scope = scope;
    this.values = scope.values();
  }

  /** Whether control can come from one op to another past all the setters. */
  boolean reaches(int from, int to, BitSet setters) {
    if (isConfigured(setters)) {
      return false;
    }
    int start = Values.isParameter(from) ? 0 : values.blockOf(from);
    int first = Values.isParameter(from) ? 0 : from - values.index(start, 0) + 1;
    Deque<Integer> open = new ArrayDeque<>();
    BitSet seen = new BitSet();
    if (passes(start, first, to, setters, open)) {
      return true;
    }
    while (!open.isEmpty()) {
      int block = open.poll();
      if (!seen.get(block)) {
        seen.set(block);
        if (passes(block, 0, to, setters, open)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean passes(int block, int first, int to, BitSet setters, Deque<Integer> open) {
    Block at = scope.body().blocks().get(block);
    for (int i = first; i < at.ops().size(); i++) {
      int index = values.index(block, i);
      if (setters.get(index)) {
        return false;
      }
      if (index == to) {
        return true;
      }
    }
    for (Edge edge : at.edges()) {
      if (edge.target() >= 0 && edge.kind() == Edge.Kind.GOTO) {
        open.add(edge.target());
      }
    }
    return false;
  }

  private boolean isConfigured(BitSet setters) {
    for (int setter = setters.nextSetBit(0); setter >= 0; setter = setters.nextSetBit(setter + 1)) {
      Set<String> limits = new HashSet<>();
      List<Integer> operands = Operands.ofCall(values.op(setter));
      for (int o = 1; o < operands.size(); o++) {
        describe(setter, operands.get(o), limits, 0);
      }
      for (int b = 0; b < scope.body().blocks().size() && !limits.isEmpty(); b++) {
        if (scope.mayPrecede(b, values.blockOf(setter)) && asksFor(b, limits)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean asksFor(int block, Set<String> limits) {
    for (Edge edge : scope.body().blocks().get(block).edges()) {
      if (edge.test() != null) {
        Set<String> tested = new HashSet<>();
        for (int origin : values.originsAtEnd(block, edge.test().register())) {
          describe(origin, tested, 0);
        }
        if (!Collections.disjoint(tested, limits)) {
          return true;
        }
      }
    }
    return false;
  }

  private void describe(int index, int register, Set<String> names, int depth) {
    for (int origin : values.origins(index, register)) {
      describe(origin, names, depth);
    }
  }

  /** Names for a value and for what it was computed from; equal calls have equal names. */
  private void describe(int origin, Set<String> names, int depth) {
    if (depth > 3) {
      return;
    }
    if (Values.isParameter(origin)) {
      names.add("p" + Values.register(origin));
      return;
    }
    Op op = values.op(origin);
    if (op instanceof Op.Const) {
      return;
    }
    if (op instanceof Op.GetField get) {
      names.add(Places.keys(values, origin, get.object()) + "." + get.field().name());
      return;
    }
    if (op instanceof Op.Call call) {
      MethodRef method = call.method();
      names.add(Places.keys(values, origin, call.receiver()) + "." + method.name() + "()");
    }
    if (op instanceof Op.Call || op instanceof Op.New) {
      List<Integer> operands = Operands.ofCall(op);
      int first = op instanceof Op.Call call && call.receiver() >= 0 ? 1 : 0;
      for (int o = first; o < operands.size(); o++) {
        describe(origin, operands.get(o), names, depth + 1);
      }
      if (op instanceof Op.Call call && call.receiver() >= 0 && call.arguments().isEmpty()) {
        // duration.isZero(), optional.isPresent(): a question to the value itself
        for (int from : values.origins(origin, call.receiver())) {
          if (!Values.isParameter(from) || Values.register(from) > 0) {
            describe(from, names, depth + 1);
          }
        }
      }
    } else if (op instanceof Op.Opaque opaque) {
      opaque.arguments().forEach(argument -> describe(origin, argument, names, depth + 1));
    }
  }
}

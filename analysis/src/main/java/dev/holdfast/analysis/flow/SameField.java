package dev.holdfast.analysis.flow;

import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.Op;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Registers that are tested and hold one field's value, each loaded anew. Where the body does not
 * write the field, the outcome of the first test decides the next.
 *
 * <p>XXX: what a callee or another thread writes in between is not looked for: at worst a path is
 * left out.
 */
final class SameField {
  private final Values values;
  private final Map<Integer, Integer> first = new HashMap<>();

  SameField(Scope scope, Values values) {
    this.values = values;
    Map<String, Integer> loads = null;
    for (int b = 0; b < values.body().blocks().size(); b++) {
      int tested = tested(values.body().blocks().get(b));
      int load = tested < 0 || !values.isReachable(b) ? -1 : load(b, tested);
      if (load >= 0) {
        loads = loads == null ? new HashMap<>() : loads;
        String place = place(load);
        Integer before = loads.putIfAbsent(place, load);
        if (before != null && before != load) {
          join(scope, before, load, tested);
        }
      }
    }
    if (!first.isEmpty()) {
      leaveOutWritten();
    }
  }

  /** The register that stands for what a register holds. */
  int of(int register) {
    return first.isEmpty() ? register : first.getOrDefault(register, register);
  }

  /** Adds what stands for others: its value matters longer than it lives. */
  void addTo(BitSet kept) {
    first.values().forEach(kept::set);
  }

  static int tested(Block block) {
    int tested = -1;
    for (Edge edge : block.edges()) {
      // what an int is compared with does not steer a path that knows only true and null
      if (edge.test() != null && !edge.test().is().compares()) {
        tested = edge.test().register();
      }
    }
    return tested;
  }

  /** Index of the op that loads a tested register from a field, or -1. */
  private int load(int block, int register) {
    List<Op> ops = values.body().blocks().get(block).ops();
    for (int i = ops.size() - 1; i >= 0; i--) {
      if (ops.get(i).target() == register) {
        return ops.get(i) instanceof Op.GetField ? values.index(block, i) : -1;
      }
    }
    return -1;
  }

  private String place(int load) {
    Op.GetField get = (Op.GetField) values.op(load);
    String object =
        get.object() == Op.NONE ? "" : Places.keys(values, load, get.object()).toString();
    return object + get.field().owner() + "." + get.field().name();
  }

  private void join(Scope scope, int before, int load, int register) {
    int from = values.blockOf(before);
    int to = values.blockOf(load);
    // a loop that asks again waits for another answer
    boolean asksAgain =
        scope.mayPrecede(to, to) && !(scope.mayPrecede(from, to) && scope.mayPrecede(to, from));
    if (!asksAgain) {
      int stands = values.op(before).target();
      first.put(register, stands);
      first.put(stands, stands);
    }
  }

  private void leaveOutWritten() {
    Set<FieldRef> written = new HashSet<>();
    Map<Integer, FieldRef> loaded = new HashMap<>();
    boolean callsItself = false;
    boolean other = false;
    for (Op op : values.ops()) {
      if (op instanceof Op.PutField put) {
        written.add(put.field());
      } else if (op instanceof Op.Call call) {
        callsItself |= call.method().owner().equals(values.body().method().owner());
      }
      if (op.target() >= 0 && first.containsKey(op.target())) {
        FieldRef field = op instanceof Op.GetField get ? get.field() : null;
        // a local that gets other values as well says nothing of the field
        other |= loaded.containsKey(op.target());
        loaded.put(op.target(), field);
      }
    }
    if (other) {
      first.clear();
    }
    boolean mayFill = callsItself;
    first
        .keySet()
        .removeIf(r -> written.contains(loaded.get(r)) || mayFill && !isBoolean(loaded.get(r)));
  }

  /** A reference that was null may be there once a method of the class has run. */
  private static boolean isBoolean(FieldRef field) {
    return field.type().equals("boolean");
  }
}

package dev.holdfast.analysis.waiting;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Role;
import dev.holdfast.analysis.world.MethodView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The locks and borrowed objects that are held at each op of a body on every path to it. */
public final class Held {
  private static final int SYNCHRONIZED = 0x0020;

  private final Frame frame;
  private final Values values;
  private final Calls calls;
  private final ThreadWords words;
  private final List<List<Thing>> entry = new ArrayList<>();

  /** What is held. */
  public enum Kind {
    MONITOR,
    LOCK,
    POOLED
  }

  /**
   * One thing that is held.
   *
   * @param place tells it from others
   * @param name what the source calls it
   * @param type static type of a lock, or null
   * @param op where it was taken, or -1 for the lock of the method
   */
  public record Thing(Kind kind, String place, String name, String type, int op) {}

  public Held(Frame frame, Calls calls, ThreadWords words) {
    this.frame = frame;
    this.values = frame.values();
    this.calls = calls;
    this.words = words;
    solve();
  }

  /** What is held when an op begins. */
  public List<Thing> at(int index) {
    int b = values.blockOf(index);
    List<Thing> held = entry.get(b);
    if (held == null) {
      return List.of();
    }
    for (int i = values.index(b, 0); i < index; i++) {
      held = taken(i, letGo(i, held));
    }
    return held;
  }

  private void solve() {
    List<Block> blocks = frame.scope().body().blocks();
    blocks.forEach(block -> entry.add(null));
    entry.set(0, ofMethod());
    Deque<Integer> open = new ArrayDeque<>();
    open.add(0);
    while (!open.isEmpty()) {
      int b = open.poll();
      Block block = blocks.get(b);
      List<Thing> held = entry.get(b);
      List<Thing> raised = held;
      for (int i = 0; i < block.ops().size(); i++) {
        raised = letGo(values.index(b, i), held);
        held = taken(values.index(b, i), raised);
      }
      for (Edge edge : block.edges()) {
        if (edge.target() >= 0
            && flow(edge.target(), edge.kind() == Edge.Kind.RAISE ? raised : held)) {
          open.add(edge.target());
        }
      }
    }
  }

  private boolean flow(int target, List<Thing> held) {
    List<Thing> known = entry.get(target);
    List<Thing> met = held;
    if (known != null) {
      met = new ArrayList<>(known);
      met.retainAll(held);
      if (met.size() == known.size()) {
        return false;
      }
    }
    entry.set(target, met);
    return true;
  }

  /** A synchronized method holds its object or its class. */
  private List<Thing> ofMethod() {
    if (frame.isLambda()) {
      return List.of();
    }
    MethodView declared = calls.hierarchy().resolve(frame.method());
    if (declared == null
        || (declared.access() & SYNCHRONIZED) == 0
        || !declared.method().owner().equals(frame.method().owner())) {
      return List.of();
    }
    String type = frame.method().owner();
    String name =
        declared.isStatic() ? type.substring(type.lastIndexOf('.') + 1) + ".class" : "this";
    return List.of(new Thing(Kind.MONITOR, declared.isStatic() ? type : "p0@0", name, type, -1));
  }

  private List<Thing> letGo(int index, List<Thing> held) {
    Op op = values.op(index);
    if (held.isEmpty()) {
      return held;
    }
    List<Thing> rest = new ArrayList<>(held);
    if (op instanceof Op.Monitor monitor && !monitor.enter()) {
      String place = place(index, monitor.lock());
      rest.removeIf(thing -> thing.kind == Kind.MONITOR && thing.place.equals(place));
    } else if (op.called() != null) {
      if (op instanceof Op.Call call && call.receiver() >= 0 && words.unlocks(call.method())) {
        String place = place(index, call.receiver());
        rest.removeIf(
            thing -> thing.kind == Kind.LOCK && (place == null || thing.place.equals(place)));
      }
      List<Integer> operands = Operands.ofCall(op);
      for (int o = 0; o < operands.size(); o++) {
        for (int origin : values.origins(index, operands.get(o))) {
          int operand = o;
          rest.removeIf(
              thing -> thing.kind == Kind.POOLED && thing.op == origin && !uses(op, operand));
        }
      }
    }
    return rest.size() == held.size() ? held : rest;
  }

  private boolean uses(Op op, int operand) {
    Role role = calls.meaning(op).role(operand);
    return role == Role.USES || role == Role.ALIASES || role == Role.MAYBE_PART;
  }

  private List<Thing> taken(int index, List<Thing> held) {
    Op op = values.op(index);
    Thing thing = null;
    if (op instanceof Op.Monitor monitor && monitor.enter()) {
      thing = lock(Kind.MONITOR, index, monitor.lock(), null);
    } else if (op instanceof Op.Call call && call.receiver() >= 0) {
      if (call.method().result().equals("void") && words.locks(call.method())) {
        thing = lock(Kind.LOCK, index, call.receiver(), call.method().owner());
      } else if (words.borrows(call.method()) && call.target() >= 0) {
        thing = borrowed(index, call);
      }
    }
    if (thing == null || held.contains(thing)) {
      return held;
    }
    List<Thing> more = new ArrayList<>(held);
    more.add(thing);
    return more;
  }

  private Thing lock(Kind kind, int index, int register, String type) {
    List<Origin> origins = Origin.of(frame, index, register);
    return origins.size() != 1
        ? null
        : new Thing(kind, origins.get(0).place(), origins.get(0).name(), type, index);
  }

  private Thing borrowed(int index, Op.Call call) {
    String name = new Origin(frame, index).name();
    for (Op op : values.ops()) {
      if (op instanceof Op.Move move && move.source() == call.target()) {
        String moved = frame.scope().body().name(move.target());
        name = moved == null ? name : moved;
      }
    }
    return new Thing(Kind.POOLED, "o" + index, name, null, index);
  }

  private String place(int index, int register) {
    List<Origin> origins = Origin.of(frame, index, register);
    return origins.size() == 1 ? origins.get(0).place() : null;
  }
}

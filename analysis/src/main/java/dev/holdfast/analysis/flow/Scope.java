package dev.holdfast.analysis.flow;

import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** A body with everything about its flow that does not depend on what is tracked in it. */
public final class Scope {
  private final Body body;
  private final Values values;
  private final Liveness liveness;
  private final BitSet flags = new BitSet();
  private final BitSet correlated = new BitSet();
  private final Map<Integer, BitSet> rethrowers = new HashMap<>();
  private final Map<Integer, BitSet> reachable = new HashMap<>();
  private final SameField sameField;
  private BitSet remembered;
  private Conditions conditions;

  public Scope(Body body) {
    this.body = body;
    this.values = new Values(body);
    this.liveness = new Liveness(body);
    this.sameField = new SameField(this, values);
    findFlags();
    findRethrowers();
  }

  public Body body() {
    return body;
  }

  public Values values() {
    return values;
  }

  public Liveness liveness() {
    return liveness;
  }

  /** Whether a register is tested, or copied into one that is: its constants steer the path. */
  public boolean isFlag(int register) {
    return flags.get(register);
  }

  /** The register under which the value of a register is remembered. */
  public int flag(int register) {
    return sameField.of(register);
  }

  /** Whether a register is tested more than once: the outcome of one test decides the next. */
  public boolean isCorrelated(int register) {
    return correlated.get(sameField.of(register));
  }

  /**
   * Whether the handler that begins with the {@code Caught} of this index throws on what it got.
   */
  public boolean rethrows(int caught) {
    return rethrowers.containsKey(caught);
  }

  /**
   * Whether an exception of this type that goes to this block ends in a real catch clause, now or
   * after some {@code finally} blocks that pass it on.
   */
  public boolean isCaught(int target, String type) {
    return isCaught(target, type, 0);
  }

  private boolean isCaught(int target, String type, int depth) {
    if (target < 0 || depth > 20) {
      return false;
    }
    Block handler = body.blocks().get(target);
    if (handler.ops().isEmpty() || !(handler.ops().get(0) instanceof Op.Caught)) {
      return true;
    }
    BitSet throwers = rethrowers.get(values.index(target, 0));
    if (throwers == null) {
      return true;
    }
    for (int b = throwers.nextSetBit(0); b >= 0; b = throwers.nextSetBit(b + 1)) {
      for (Edge edge : body.blocks().get(b).edges()) {
        if (edge.kind() == Edge.Kind.RETHROW
            && edge.type().equals(type)
            && isCaught(edge.target(), type, depth + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  private void findFlags() {
    BitSet once = new BitSet();
    for (Block block : body.blocks()) {
      int tested = SameField.tested(block);
      if (tested >= 0) {
        int stands = sameField.of(tested);
        (once.get(stands) ? correlated : once).set(stands);
        once.set(tested);
      }
    }
    flags.or(once);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Op op : values.ops()) {
        if (op instanceof Op.Move move && flags.get(move.target()) && !flags.get(move.source())) {
          flags.set(move.source());
          changed = true;
        }
      }
    }
  }

  private void findRethrowers() {
    for (int b = 0; b < body.blocks().size(); b++) {
      Block block = body.blocks().get(b);
      if (block.edges().stream().noneMatch(e -> e.kind() == Edge.Kind.RETHROW)) {
        continue;
      }
      for (int caught : caughtBefore(b, block)) {
        rethrowers.computeIfAbsent(caught, key -> new BitSet()).set(b);
      }
    }
  }

  /** The handlers whose exception a block throws on. */
  private int[] caughtBefore(int b, Block block) {
    if (block.last() instanceof Op.Throw thrown) {
      return values.origins(values.index(b, block.ops().size() - 1), thrown.source());
    }
    int[] found = new int[values.ops().size()];
    int size = 0;
    for (int h = 0; h < body.blocks().size(); h++) {
      Block handler = body.blocks().get(h);
      if (!handler.ops().isEmpty()
          && handler.ops().get(0) instanceof Op.Caught
          && (h == b || mayPrecede(h, b))) {
        found[size++] = values.index(h, 0);
      }
    }
    return Arrays.copyOf(found, size);
  }

  /** Whether a block throws on what the handler with this {@code Caught} got. */
  public boolean rethrowsAt(int block, int caught) {
    BitSet throwers = rethrowers.get(caught);
    return throwers != null && throwers.get(block);
  }

  /** Whether control can come from one block to another, over at least one edge. */
  public boolean mayPrecede(int from, int to) {
    return reachable.computeIfAbsent(from, this::reachableFrom).get(to);
  }

  /** Whether one op can run before another, in the same block or on a way to it. */
  public boolean mayRunBefore(int one, int other) {
    int from = values.blockOf(one);
    int to = values.blockOf(other);
    return from == to && one < other || mayPrecede(from, to);
  }

  /** What is called upon is not null. */
  public Known dereferenced(Op op, Known known) {
    return op instanceof Op.Call call && call.receiver() >= 0 && isFlag(call.receiver())
        ? known.with(flag(call.receiver()), Known.NONNULL)
        : known;
  }

  /** What is known once an op has defined its target. */
  public Known defined(Op op, Known known) {
    int flag = flag(op.target());
    // loaded anew from a field that nobody writes here
    return flag != op.target() ? known : known.with(flag, valueOf(op, known));
  }

  private int valueOf(Op op, Known known) {
    return op instanceof Op.Move move ? known.of(flag(move.source())) : Known.valueOf(op, known);
  }

  /** Registers of which something is to be remembered from the entry of a block on. */
  public BitSet remembered(int block) {
    if (remembered == null) {
      remembered = new BitSet();
      sameField.addTo(remembered);
    }
    if (remembered.isEmpty()) {
      return liveness.at(block);
    }
    BitSet all = (BitSet) liveness.at(block).clone();
    all.or(remembered);
    return all;
  }

  /** What every path to a position has established about flags. */
  public Known conditionsAt(int block, int position) {
    if (conditions == null) {
      conditions = new Conditions(body, this);
    }
    return conditions.before(block, position);
  }

  private BitSet reachableFrom(int from) {
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    open.add(from);
    while (!open.isEmpty()) {
      for (Edge edge : body.blocks().get(open.poll()).edges()) {
        if (edge.target() >= 0 && !seen.get(edge.target())) {
          seen.set(edge.target());
          open.add(edge.target());
        }
      }
    }
    return seen;
  }
}

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
  private Conditions conditions;

  public Scope(Body body) {
    this.body = body;
    this.values = new Values(body);
    this.liveness = new Liveness(body);
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

  /** Whether a register is tested more than once: the outcome of one test decides the next. */
  public boolean isCorrelated(int register) {
    return correlated.get(register);
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
      int tested = -1;
      for (Edge edge : block.edges()) {
        // what an int is compared with does not steer a path that knows only true and null
        if (edge.test() != null && !edge.test().is().compares()) {
          tested = edge.test().register();
        }
      }
      if (tested >= 0) {
        (once.get(tested) ? correlated : once).set(tested);
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

  /** What is called upon is not null. */
  public Known dereferenced(Op op, Known known) {
    return op instanceof Op.Call call && call.receiver() >= 0 && isFlag(call.receiver())
        ? known.with(call.receiver(), Known.NONNULL)
        : known;
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

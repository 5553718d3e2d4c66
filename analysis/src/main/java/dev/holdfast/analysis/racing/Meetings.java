package dev.holdfast.analysis.racing;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.waiting.Frame;
import dev.holdfast.analysis.waiting.ThreadWords;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.regex.Pattern;

/** Tells whether one op can follow another with nothing between them that waits for a task. */
final class Meetings {
  private static final int DEPTH = 2;
  private static final Pattern NAMES =
      Pattern.compile("(?i).*(await|join|wait|sync|until|block).*");

  private final Calls calls;
  private final ThreadWords words;

  Meetings(Calls calls, ThreadWords words) {
    this.calls = calls;
    this.words = words;
  }

  /**
   * Whether control can come from a task's start to an op of the same body before it met the task.
   *
   * @param made op that makes what is shared, after which it is another one; or -1
   */
  boolean follows(Frame frame, int start, int to, int made) {
    Values values = frame.values();
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    int first = values.blockOf(start);
    Boolean here = walk(frame, first, start + 1, start, to, made);
    if (here != null) {
      return here;
    }
    add(frame, first, seen, open);
    while (!open.isEmpty()) {
      int b = open.poll();
      here = walk(frame, b, values.index(b, 0), start, to, made);
      if (here == null) {
        add(frame, b, seen, open);
      } else if (here) {
        return true;
      }
    }
    return false;
  }

  private static void add(Frame frame, int block, BitSet seen, Deque<Integer> open) {
    for (Edge edge : frame.scope().body().blocks().get(block).edges()) {
      boolean counts = edge.kind() != Edge.Kind.RAISE;
      if (counts && edge.target() >= 0 && !seen.get(edge.target())) {
        seen.set(edge.target());
        open.add(edge.target());
      }
    }
  }

  /** True where a block reaches the op, false where it ends before, null where it goes on. */
  private Boolean walk(Frame frame, int block, int from, int start, int to, int made) {
    Block ops = frame.scope().body().blocks().get(block);
    int end = frame.values().index(block, 0) + ops.ops().size();
    for (int i = from; i < end; i++) {
      if (i == to) {
        return true;
      }
      if (i == made || isMeeting(frame, i, start)) {
        return false;
      }
    }
    return null;
  }

  /** Whether anything in these bodies waits for a task of theirs. */
  boolean isAnyIn(Iterable<Frame> frames) {
    for (Frame frame : frames) {
      for (int i = 0; i < frame.values().ops().size(); i++) {
        if (isMeeting(frame, i, -1)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isMeeting(Frame frame, int index, int start) {
    Op op = frame.values().op(index);
    if (op instanceof Op.Closure closure) {
      Frame.Use use = frame.useOf(index);
      boolean elsewhere = use != null && words.runsElsewhere(use.method(), use.argument());
      return !elsewhere && meets(closure.body(), closure.reference(), 0);
    }
    if (op.called() == null) {
      return false;
    }
    boolean taken =
        start >= 0
            && frame.values().takes(index, start)
            && !calls.contracts().of(op.called()).mentioned();
    return taken || op instanceof Op.Call call && meets(call.method(), true, 0);
  }

  private boolean meets(MethodRef method, boolean called, int depth) {
    if (called && waits(method)) {
      return true;
    }
    MethodView declared = calls.hierarchy().resolve(method);
    boolean known = calls.contracts().of(method).mentioned();
    if (called && (known || declared == null || declared.isAbstract()) || depth > DEPTH) {
      return called && !known && NAMES.matcher(method.name()).matches();
    }
    Scope scope = calls.summaries().scope(called ? declared.method() : method);
    if (scope == null) {
      return NAMES.matcher(method.name()).matches();
    }
    for (Op op : scope.values().ops()) {
      if (op instanceof Op.Call call && meets(call.method(), true, depth + 1)
          || op instanceof Op.Closure closure
              && meets(closure.body(), closure.reference(), depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean waits(MethodRef method) {
    return words.waits(method)
        || words.isBounded(method)
        || words.settles(method)
        || method.name().equals("close")
            && calls.contracts().of(method).says(Word.WAITS, Slot.RESULT);
  }
}

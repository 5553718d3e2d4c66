package dev.holdfast.analysis.racing;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Role;
import dev.holdfast.analysis.waiting.Frame;
import dev.holdfast.analysis.waiting.Origin;
import dev.holdfast.analysis.waiting.ThreadWords;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.ArrayList;
import java.util.List;

/** Tells which functions run on another thread, from where on, and whether on one or on many. */
final class Tasks {
  private static final int DEPTH = 8;
  private static final String TASK = "(Ljava/lang/Runnable;)V";

  private final Calls calls;
  private final Neighbours neighbours;
  private final ThreadWords words;

  /**
   * A function that another thread runs.
   *
   * @param frame its body
   * @param start the op of the body around from which on it may run
   * @param use the call it is given to
   */
  record Task(Frame frame, int start, Frame.Use use) {
    Frame around() {
      return frame.around();
    }
  }

  Tasks(Calls calls, Neighbours neighbours, ThreadWords words) {
    this.calls = calls;
    this.neighbours = neighbours;
    this.words = words;
  }

  /** The task that a lambda is, or null. */
  Task of(Frame lambda) {
    Frame.Use use = lambda.isLambda() ? lambda.use() : null;
    if (use == null || !isElsewhere(use)) {
      return null;
    }
    int start = use.call() instanceof Op.New ? started(lambda.around(), use.index()) : use.index();
    return start < 0 ? null : new Task(lambda, start, use);
  }

  /** Whether an access is a reference to a method of the collection that runs who knows where. */
  boolean isHandedOver(Access access) {
    if (!access.isReference()) {
      return false;
    }
    Frame.Use use = access.frame().useOf(access.index());
    return use == null || words.runsElsewhere(use.method(), use.argument());
  }

  /** An event loop that a library hands out may be the very thread that runs here. */
  private boolean isElsewhere(Frame.Use use) {
    String owner = use.method().owner();
    return words.runsElsewhere(use.method(), use.argument())
        && (owner.startsWith("java.") || calls.isOwnCode(use.method()));
  }

  /** Where a thread that an op makes is started, or -1. */
  private int started(Frame frame, int made) {
    Values values = frame.values();
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call call
          && call.receiver() >= 0
          && values.comesFrom(i, call.receiver(), made)
          && starts(call.method())) {
        return i;
      }
    }
    return -1;
  }

  private boolean starts(MethodRef method) {
    return calls.contracts().of(method).says(Word.HANDED_OVER, Slot.RESULT, "THREAD");
  }

  /** Whether a call that is given a function runs it on several threads at once, and waits. */
  boolean isParallel(Frame frame, Frame.Use use) {
    if (use == null || use.receiver() < 0 || use.method().name().endsWith("Ordered")) {
      return false;
    }
    List<Origin> origins = Origin.of(frame, use.index(), use.receiver());
    for (int i = 0; i < DEPTH && origins.size() == 1; i++) {
      Origin origin = origins.get(0);
      if (!(origin.op() instanceof Op.Call call)
          || call.receiver() < 0
          || calls.meaning(call).role(0) != Role.ALIASES
          || call.method().name().equals("sequential")) {
        return false;
      }
      if (calls.contracts().of(call.method()).says(Word.SHARED, Slot.RESULT)) {
        return true;
      }
      origins = origin.operand(call.receiver());
    }
    return false;
  }

  /** Whether two tasks given to the same executor run at once, for all that is in view. */
  boolean runsMany(Task task) {
    if (task.use().call() instanceof Op.New) {
      return true;
    }
    Op.Call call = (Op.Call) task.use().call();
    Frame frame = task.around();
    if (call.receiver() >= 0) {
      return isExecutor(call.method().owner())
          && isPool(Origin.of(frame, task.use().index(), call.receiver()));
    }
    for (int a = 0; a < call.arguments().size(); a++) {
      if (a != task.use().argument() && isExecutor(call.method().parameters().get(a))) {
        return isPool(Origin.of(frame, task.use().index(), call.arguments().get(a)));
      }
    }
    return true;
  }

  /** Whether the thread that runs a task belongs to the class that hands it over. */
  boolean isOwnThread(Task task) {
    Op op = task.use().call();
    if (op instanceof Op.New) {
      return true;
    }
    Op.Call call = (Op.Call) op;
    if (call.receiver() < 0) {
      return call.method().parameters().size() == 1;
    }
    if (!isExecutor(call.method().owner())) {
      return false;
    }
    List<Origin> origins = Origin.of(task.around(), task.use().index(), call.receiver());
    return !origins.isEmpty() && origins.stream().allMatch(origin -> isMade(origin, 0));
  }

  private boolean isPool(List<Origin> origins) {
    for (Origin origin : origins) {
      if (!isMade(origin, 0) || !isWide(origin)) {
        return false;
      }
    }
    return !origins.isEmpty();
  }

  /** Whether an executor is made here, or by whoever fills the field it lies in. */
  private boolean isMade(Origin origin, int depth) {
    if (origin.op() instanceof Op.GetField get && depth == 0) {
      List<Origin> given = given(get);
      return !given.isEmpty() && given.stream().allMatch(made -> isMade(made, 1));
    }
    return origin.op() instanceof Op.New || origin.op() instanceof Op.Call call && makes(call);
  }

  /** Whether objects of a type only run what they are given. */
  private boolean isExecutor(String type) {
    List<String> types = new ArrayList<>(calls.hierarchy().ancestors(type));
    types.add(type);
    for (String name : types) {
      ClassView view = calls.contracts().world().find(name);
      for (MethodView method : view == null ? List.<MethodView>of() : view.methods()) {
        MethodRef runs = method.method();
        if (runs.descriptor().equals(TASK)
            && !runs.isConstructor()
            && words.runsElsewhere(runs, 0)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a task is made from what another one results in, and so runs after it. */
  static boolean isAfter(Task task, Task before) {
    return task.around() == before.around()
        && depends(task.around(), task.use().index(), before.use().index(), 0);
  }

  private static boolean depends(Frame frame, int index, int on, int depth) {
    if (depth > DEPTH || !(frame.values().op(index) instanceof Op.Call call)) {
      return false;
    }
    for (int register : Operands.ofCall(call)) {
      for (int origin : frame.values().origins(index, register)) {
        if (!Values.isParameter(origin)
            && (origin == on || depends(frame, origin, on, depth + 1))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a call makes an executor rather than finding one. */
  private boolean makes(Op.Call call) {
    return call.receiver() < 0 && calls.contracts().of(call.method()).mentioned();
  }

  private boolean isWide(Origin origin) {
    if (origin.op() instanceof Op.GetField get) {
      return given(get).stream().allMatch(this::isWide);
    }
    Op op = origin.op();
    if (calls.contracts().of(op.called()).says(Word.CONFINED, Slot.RESULT)) {
      return false;
    }
    List<Integer> arguments =
        op instanceof Op.New made ? made.arguments() : ((Op.Call) op).arguments();
    for (int argument : arguments) {
      for (Origin value : origin.operand(argument)) {
        if (value.op() instanceof Op.Const constant
            && Integer.valueOf(1).equals(constant.value())) {
          return false;
        }
      }
    }
    return true;
  }

  private List<Origin> given(Op.GetField get) {
    List<Origin> given = new ArrayList<>();
    for (Frame frame : neighbours.of(get.field().owner())) {
      for (int i = 0; i < frame.values().ops().size(); i++) {
        if (frame.values().op(i) instanceof Op.PutField put && put.field().equals(get.field())) {
          given.addAll(Origin.of(frame, i, put.source()));
        }
      }
    }
    given.removeIf(origin -> origin.op() instanceof Op.Const);
    return given;
  }
}

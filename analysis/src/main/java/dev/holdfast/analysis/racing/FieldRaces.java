package dev.holdfast.analysis.racing;

import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.retention.Lifetimes;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.waiting.Frame;
import dev.holdfast.analysis.waiting.Origin;
import dev.holdfast.analysis.waiting.ThreadWords;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.FieldView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Races on collections in fields: of a task with other methods of its class, of requests. */
final class FieldRaces {
  private static final int PUBLIC = 0x0001;

  private final Calls calls;
  private final Neighbours neighbours;
  private final Accesses accesses;
  private final Tasks tasks;
  private final Meetings meetings;
  private final Guards guards;
  private final ThreadWords words;
  private final Lifetimes lifetimes;

  FieldRaces(
      Calls calls,
      Neighbours neighbours,
      Accesses accesses,
      Tasks tasks,
      Meetings meetings,
      Guards guards,
      ThreadWords words) {
    this.calls = calls;
    this.neighbours = neighbours;
    this.accesses = accesses;
    this.tasks = tasks;
    this.meetings = meetings;
    this.guards = guards;
    this.words = words;
    this.lifetimes = new Lifetimes(calls.contracts());
  }

  /** What a task does to a field of its object or class, in methods it calls there too. */
  List<Access> reached(List<Access> within, List<Frame> frames) {
    List<Access> found = new ArrayList<>(within);
    for (Frame frame : frames) {
      for (Op op : frame.values().ops()) {
        MethodView declared =
            op instanceof Op.Call call ? calls.hierarchy().resolve(call.method()) : null;
        if (declared != null && declared.isPrivate()) {
          found.addAll(inMethod(declared.method()));
        }
      }
    }
    return found;
  }

  /** What a method of the class does, the tasks it starts left out. */
  List<Access> inMethod(MethodRef method) {
    List<Access> found = new ArrayList<>();
    for (Frame frame : neighbours.of(method.owner())) {
      if (frame.outermost().method().equals(method) && !isInTask(frame)) {
        found.addAll(accesses.in(frame));
      }
    }
    return found;
  }

  /** The race of a task's access with whoever calls another method of the class, or null. */
  Race withCallers(Tasks.Task task, Access access) {
    FieldRef field = field(access);
    if (field == null
        || !access.changes()
        || !isPrivate(field)
        || !tasks.isOwnThread(task)
        || guards.isGuarded(access.frame(), access.index())) {
      return null;
    }
    MethodRef starter = task.frame().outermost().method();
    for (Frame frame : neighbours.of(field.owner())) {
      MethodRef method = frame.outermost().method();
      if (method.equals(starter)
          || method.equals(access.frame().outermost().method())
          || !isPublic(method)
          || isInTask(frame)) {
        continue;
      }
      for (Access other : accesses.in(frame)) {
        if (field.equals(field(other))
            && !tasks.isHandedOver(other)
            && !guards.isGuarded(frame, other.index())) {
          boolean definite = !isWaitedFor(field.owner());
          return new Race(access, other, Race.Kind.CALLERS, definite);
        }
      }
    }
    return null;
  }

  /** Whether a class waits for any of its tasks: nobody may come near before. */
  private boolean isWaitedFor(String type) {
    List<Frame> own = new ArrayList<>(neighbours.of(type));
    own.removeIf(frame -> !frame.outermost().method().owner().equals(type));
    return meetings.isAnyIn(own);
  }

  /** A cheap look: whether requests may come to a body at all. */
  boolean mayServe(Frame frame) {
    for (Frame at = frame; at.isLambda(); at = at.around()) {
      MethodRef function = function((Op.Closure) at.around().values().op(at.closure()));
      if (function != null && words.isHandler(function)) {
        return true;
      }
    }
    return words.hasHandler(frame.method().owner());
  }

  /** The race of an access with that of another request, or null. */
  Race ofRequests(Access access) {
    FieldRef field = field(access);
    if (field == null
        || !access.changes()
        || !field.isStatic() && !lifetimes.isProcessLong(field.owner())
        || guards.isGuarded(access.frame(), access.index())) {
      return null;
    }
    Handler handler = handler(access.frame(), Set.of());
    if (handler == null) {
      return null;
    }
    if (!handler.alone) {
      return new Race(access, access, Race.Kind.REQUESTS, true);
    }
    for (Frame frame : neighbours.of(field.owner())) {
      for (Access other : accesses.in(frame)) {
        if (tasks.isHandedOver(other)) {
          continue;
        }
        Handler second = field.equals(field(other)) ? handler(frame, Set.of()) : null;
        if (second != null
            && !second.method.equals(handler.method)
            && !guards.isGuarded(frame, other.index())) {
          return new Race(access, other, Race.Kind.REQUESTS, true);
        }
      }
    }
    return null;
  }

  /**
   * Who runs a body for each request.
   *
   * @param alone whether only one thread at a time calls it
   */
  private record Handler(MethodRef method, boolean alone) {}

  private Handler handler(Frame frame, Set<MethodRef> seen) {
    for (Frame at = frame; at.isLambda(); at = at.around()) {
      MethodRef function = function((Op.Closure) at.around().values().op(at.closure()));
      if (function != null && words.isHandler(function)) {
        return new Handler(at.method(), isAlone(function));
      }
    }
    MethodRef method = frame.outermost().method();
    if (words.isHandler(method)) {
      return new Handler(method, isAlone(method));
    }
    MethodView declared = calls.hierarchy().resolve(method);
    if (declared == null || !declared.isPrivate() || seen.size() > 3 || seen.contains(method)) {
      return null;
    }
    Set<MethodRef> more = new HashSet<>(seen);
    more.add(method);
    for (Frame caller : neighbours.of(method.owner())) {
      for (int i = 0; i < caller.values().ops().size(); i++) {
        if (caller.values().op(i) instanceof Op.Call call
            && call.method().equals(method)
            && !guards.isGuarded(caller, i)) {
          Handler handler = handler(caller, more);
          if (handler != null) {
            return handler;
          }
        }
      }
    }
    return null;
  }

  private MethodRef function(Op.Closure closure) {
    ClassView view = calls.contracts().world().find(closure.functional());
    for (MethodView method : view == null ? List.<MethodView>of() : view.methods()) {
      if (method.isAbstract()) {
        return method.method();
      }
    }
    return null;
  }

  private boolean isAlone(MethodRef handler) {
    return calls.contracts().of(handler).says(Word.CONFINED, Slot.RESULT);
  }

  private boolean isInTask(Frame frame) {
    for (Frame at = frame; at.isLambda(); at = at.around()) {
      Frame.Use use = at.use();
      if (use == null || words.runsElsewhere(use.method(), use.argument())) {
        return true;
      }
    }
    return false;
  }

  /** The field of this very object or class that an access is made on, or null. */
  private static FieldRef field(Access access) {
    Op.GetField get = access.load();
    if (get == null) {
      return null;
    }
    if (get.object() == Op.NONE) {
      return get.field();
    }
    List<Origin> objects = access.root().operand(get.object());
    return objects.size() == 1
            && objects.get(0).isParameter()
            && Values.register(objects.get(0).index()) == 0
            && !objects.get(0).frame().scope().body().isStatic()
        ? get.field()
        : null;
  }

  private boolean isPrivate(FieldRef field) {
    ClassView owner = calls.contracts().world().find(field.owner());
    FieldView declared = owner == null ? null : owner.field(field.name());
    return declared != null && declared.isPrivate();
  }

  private boolean isPublic(MethodRef method) {
    MethodView declared = calls.hierarchy().resolve(method);
    return declared != null && (declared.access() & PUBLIC) != 0 && !method.name().startsWith("<");
  }
}

package dev.holdfast.analysis.sharing;

import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.limits.Bodies;
import dev.holdfast.analysis.limits.Entries;
import dev.holdfast.analysis.limits.Nest;
import dev.holdfast.analysis.retention.Lifetimes;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Role;
import dev.holdfast.analysis.waiting.Frame;
import dev.holdfast.analysis.waiting.ThreadWords;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How often an object is made: once, or for each turn, request or call that there is. */
final class Demand {
  private static final int CALLERS = 3;
  private static final Pattern STARTS =
      Pattern.compile("(init|set[uU]p|bootstrap|preload|warm)([A-Z].*|iali[sz]e.*)?");
  private static final Pattern TESTS =
      Pattern.compile("Test[A-Z].*|.*(Tests?|IT|TestCase|TestBase)");

  private final Calls calls;
  private final ThreadWords threads;
  private final Lifetimes lifetimes;
  private Bodies bodies;

  Demand(Calls calls) {
    this.calls = calls;
    this.threads = new ThreadWords(calls.contracts());
    this.lifetimes = new Lifetimes(calls.contracts());
  }

  /** For whom, and by which op one can tell. */
  record Answer(String each, int op) {}

  /** Whether an object is made few times: while the program starts, or in a test. */
  boolean isOnce(Made made) {
    MethodRef method = made.frame().outermost().method();
    return !isHandling(made.frame())
        && (isTest(method.owner())
            || hasMain(method.owner())
            || Entries.all(method, calls, Demand::isNamedLikeStart)
            || lifetimes.runsAtStart(method, bodies(method.owner()), true));
  }

  private static boolean isNamedLikeStart(MethodRef method) {
    return method.isConstructor() || STARTS.matcher(method.name()).matches();
  }

  /** What each new object of a place is for, or null where that cannot be told. */
  Answer of(Made made) {
    Turns turns = new Turns(made.frame().scope(), made.index());
    if (turns.isLoop() && !turns.outlive(made.index())) {
      return new Answer("in every turn of the loop", -1);
    }
    if (turns.isLoop()) {
      return null;
    }
    MethodRef method = made.frame().outermost().method();
    String call = eachCall(made);
    if (isHandling(made.frame())) {
      return new Answer(threads.isHandler(method) ? call : "for each request", -1);
    }
    if (isCalledByHandler(method, 0)) {
      return new Answer("for each request", -1);
    }
    int served = served(made, turns);
    return served < 0 ? null : new Answer(call, served);
  }

  String eachCall(Made made) {
    return "for each call of " + ShortNames.call(made.frame().outermost().method());
  }

  /** Whether an object that is made in a loop serves more than one turn of it. */
  boolean isKept(Made made) {
    Turns turns = new Turns(made.frame().scope(), made.index());
    return turns.isLoop() && turns.outlive(made.index());
  }

  /** Whether a body or one around it handles requests. */
  private boolean isHandling(Frame frame) {
    if (!frame.isLambda()) {
      return threads.isHandler(frame.method());
    }
    Op.Closure closure = (Op.Closure) frame.around().values().op(frame.closure());
    ClassView view = calls.contracts().world().find(closure.functional());
    for (MethodView method : view == null ? List.<MethodView>of() : view.methods()) {
      if (method.isAbstract() && threads.isHandler(method.method())) {
        return true;
      }
    }
    return isHandling(frame.around());
  }

  private boolean isCalledByHandler(MethodRef method, int depth) {
    if (!handlesRequests(method.owner())) {
      return false;
    }
    Set<MethodRef> callers = bodies(method.owner()).callers(method);
    for (MethodRef caller : depth == CALLERS ? Set.<MethodRef>of() : callers) {
      if (threads.isHandler(caller) || isCalledByHandler(caller, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  /** Asked before the bodies around are looked into. */
  private boolean handlesRequests(String owner) {
    for (String type : new Nest(calls).types(owner)) {
      if (threads.hasHandler(type)) {
        return true;
      }
    }
    return false;
  }

  private Bodies bodies(String owner) {
    if (bodies == null) {
      bodies = new Bodies(calls, new Nest(calls).bodies(owner));
    }
    return bodies;
  }

  private boolean hasMain(String owner) {
    ClassView view = calls.contracts().world().find(outermost(owner));
    for (MethodView main : view == null ? List.<MethodView>of() : view.methods("main")) {
      if (main.isStatic()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTest(String owner) {
    return TESTS.matcher(ShortNames.type(outermost(owner))).matches();
  }

  private static String outermost(String type) {
    int nested = type.indexOf('$', type.lastIndexOf('.') + 2);
    return nested < 0 ? type : type.substring(0, nested);
  }

  /** The op by which the object serves what the caller of the body brings, or -1. */
  private int served(Made made, Turns turns) {
    Scope scope = made.frame().scope();
    Values values = scope.values();
    BitSet own = new BitSet();
    own.set(made.index());
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (op.called() == null || i == made.index()) {
        continue;
      }
      List<Integer> operands = Operands.ofCall(op);
      boolean isOwn = false;
      boolean runsTasks = false;
      for (int o = 0; o < operands.size(); o++) {
        isOwn |= isOf(own, values, i, operands.get(o)) && uses(op, o);
        runsTasks |= isTask(op, o);
      }
      // work for other threads is what an executor is made for, however few there are of it
      if (!isOwn || runsTasks) {
        continue;
      }
      own.set(i);
      if (Varying.isSetting(op.called()) || differsInItsLoop(made.frame(), turns, i)) {
        continue;
      }
      for (int o = 0; o < operands.size(); o++) {
        if (!isOf(own, values, i, operands.get(o))
            && !isLimit(op, o)
            && Varying.isBrought(made.frame(), i, operands.get(o))) {
          return i;
        }
      }
    }
    return -1;
  }

  private static boolean isOf(BitSet own, Values values, int index, int register) {
    for (int origin : values.origins(index, register)) {
      if (!Values.isParameter(origin) && own.get(origin)) {
        return true;
      }
    }
    return false;
  }

  private boolean uses(Op op, int operand) {
    Role role = calls.meaning(op).role(operand);
    return role == Role.USES || role == Role.ALIASES || role == Role.MAYBE_PART;
  }

  /** Whether an argument is work for other threads. */
  private boolean isTask(Op op, int operand) {
    Fact handed = said(op, operand, Word.HANDED_OVER);
    return handed != null && handed.value("").equals("THREAD");
  }

  /** Whether an argument says how long to wait, rather than for what. */
  private boolean isLimit(Op op, int operand) {
    Fact bounds = said(op, operand, Word.BOUNDS);
    return bounds != null && !bounds.value("").contains("CARRIED");
  }

  private Fact said(Op op, int operand, Word word) {
    int argument = op instanceof Op.Call call && call.receiver() >= 0 ? operand - 1 : operand;
    return argument < 0
        ? null
        : calls.contracts().of(op.called()).fact(word, Slot.parameter(argument));
  }

  /** A loop of its own that sends one thing after another is served by one object. */
  private static boolean differsInItsLoop(Frame frame, Turns turns, int index) {
    return !turns.isSame(index) && Varying.isOfEachTurn(frame, index);
  }
}

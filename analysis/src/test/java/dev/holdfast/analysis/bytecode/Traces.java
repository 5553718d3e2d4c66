package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs a body along every feasible path and writes down what an observer would see: calls and
 * constructors by name, {@code !Type} where one raises, and how the body ends. Bodies of one source
 * that different compilers wrote must look the same.
 */
final class Traces {
  private static final int VISITS = 2;

  private final Body body;
  private final Set<String> traces = new TreeSet<>();
  private final int[] visits;

  private Traces(Body body) {
    this.body = body;
    this.visits = new int[body.blocks().size()];
  }

  static Set<String> of(Body body) {
    Traces traces = new Traces(body);
    State start = new State();
    for (int p = 0; p < body.parameters(); p++) {
      start.set(p, new Thing());
    }
    traces.run(0, start, "");
    return traces.traces;
  }

  /** A value; facts learnt about it on the path are kept in the state. */
  private static final class Thing {
    String caught;
    boolean made;
    Object constant;
    boolean isConstant;
  }

  private static final class State {
    final Map<Integer, Thing> registers = new HashMap<>();
    final Map<Thing, Map<String, Boolean>> known = new HashMap<>();
    String flight;

    State copy() {
      State copy = new State();
      copy.registers.putAll(registers);
      known.forEach((thing, facts) -> copy.known.put(thing, new HashMap<>(facts)));
      copy.flight = flight;
      return copy;
    }

    void set(int register, Thing thing) {
      registers.put(register, thing);
    }

    Thing get(int register) {
      Thing thing = registers.get(register);
      if (thing == null) {
        throw new AssertionError("register " + register + " has no value");
      }
      return thing;
    }

    /** Assumes a test; false where what is known rules it out. */
    boolean assume(Edge.Test test) {
      Thing thing = get(test.register());
      return switch (test.is()) {
        case NULL -> thing.isConstant ? thing.constant == null : !thing.made && is(thing, "null");
        case NONNULL ->
            thing.isConstant ? thing.constant != null : thing.made || not(thing, "null");
        case TRUE -> thing.isConstant ? !isZero(thing) : is(thing, "true");
        case FALSE -> thing.isConstant ? isZero(thing) : not(thing, "true");
        case INSTANCE -> is(thing, test.type());
        case NOT_INSTANCE -> not(thing, test.type());
        case EQUAL ->
            number(thing) == null ? is(thing, "=" + test.number()) : number(thing) == test.number();
        case NOT_EQUAL ->
            number(thing) == null
                ? not(thing, "=" + test.number())
                : number(thing) != test.number();
        case LESS ->
            number(thing) == null ? is(thing, "<" + test.number()) : number(thing) < test.number();
        case AT_LEAST ->
            number(thing) == null
                ? not(thing, "<" + test.number())
                : number(thing) >= test.number();
      };
    }

    private static Integer number(Thing thing) {
      return thing.constant instanceof Integer number ? number : null;
    }

    private static boolean isZero(Thing thing) {
      return Boolean.FALSE.equals(thing.constant) || Integer.valueOf(0).equals(thing.constant);
    }

    private boolean is(Thing thing, String fact) {
      return known
          .computeIfAbsent(thing, t -> new HashMap<>())
          .merge(fact, true, Boolean::logicalAnd);
    }

    private boolean not(Thing thing, String fact) {
      return !known
          .computeIfAbsent(thing, t -> new HashMap<>())
          .merge(fact, false, Boolean::logicalOr);
    }
  }

  private void run(int index, State state, String trace) {
    if (visits[index] == VISITS) {
      return;
    }
    visits[index]++;
    Block block = body.blocks().get(index);
    State before = state;
    String seen = trace;
    for (Op op : block.ops()) {
      before = state.copy();
      seen = seen + event(op);
      step(op, state);
    }
    for (Edge edge : block.edges()) {
      State next = (edge.kind() == Edge.Kind.RAISE ? before : state).copy();
      String way = seen;
      if (edge.kind() == Edge.Kind.RAISE) {
        String type = simple(edge.type());
        way = block.last() instanceof Op.Throw ? seen + " !" + type : seen + "!" + type;
        next.flight = edge.type();
      } else if (edge.kind() == Edge.Kind.RETHROW) {
        if (!edge.type().equals(next.get(((Op.Throw) block.last()).source()).caught)) {
          continue;
        }
        next.flight = edge.type();
      } else if (edge.test() != null && !next.assume(edge.test())) {
        continue;
      }
      if (edge.target() == Body.EXIT) {
        traces.add((way + " return").strip());
      } else if (edge.target() == Body.THROW) {
        traces.add((way + " throw " + simple(next.flight)).strip());
      } else {
        run(edge.target(), next, way);
      }
    }
    visits[index]--;
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static String event(Op op) {
    if (op.site().role() == Site.Role.IMPLICIT) {
      return "";
    }
    if (op instanceof Op.New made) {
      return " new " + simple(made.constructor().owner());
    }
    if (op instanceof Op.Call call) {
      return silent(call.method()) ? "" : " " + call.method().name();
    }
    return op instanceof Op.Concat ? " concat" : "";
  }

  private static boolean silent(MethodRef method) {
    return method.name().equals("addSuppressed")
        || method.isConstructor() && method.owner().equals("java.lang.Object");
  }

  private static void step(Op op, State state) {
    if (op.target() == Op.NONE) {
      return;
    }
    Thing thing = new Thing();
    if (op instanceof Op.Move move) {
      thing = state.get(move.source());
    } else if (op instanceof Op.Cast cast) {
      thing = state.get(cast.source());
    } else if (op instanceof Op.Const constant) {
      thing.isConstant = true;
      thing.constant = constant.value();
    } else if (op instanceof Op.Caught) {
      thing.caught = state.flight;
      thing.made = true;
    } else {
      thing.made = op instanceof Op.New || op instanceof Op.NewArray || op instanceof Op.Closure;
    }
    state.set(op.target(), thing);
  }
}

package dev.holdfast.analysis.untyped;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.limits.Nest;
import dev.holdfast.analysis.retention.Handling;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Role;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.analysis.world.Types;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Methods that build a map with the same keys each time and return it: records in disguise. */
public final class Payload {
  private static final String MAP = "java.util.Map";
  private static final int SYNTHETIC_OR_BRIDGE = 0x1000 | 0x0040;

  private final Scope scope;
  private final Values values;
  private final Calls calls;
  private final Handling handling;

  /** Keys in the order they are put in, each with the type of its value. */
  private final Map<String, String> fields = new LinkedHashMap<>();

  private Op first;

  public Payload(Scope scope, Calls calls) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
    this.handling = new Handling(calls);
  }

  /** Whether a method may return one, by its header alone. */
  public static boolean mayBe(MethodRef declared, Calls calls) {
    if (declared.isConstructor()
        || declared.name().startsWith("lambda$")
        || declared.name().endsWith("Map")
        || !calls.hierarchy().isSubtype(declared.result(), MAP)) {
      return false;
    }
    MethodView view = calls.hierarchy().resolve(declared);
    if (view == null
        || !view.method().owner().equals(declared.owner())
        || (view.access() & SYNTHETIC_OR_BRIDGE) != 0) {
      return false;
    }
    List<String> arguments = Types.arguments(view.resultType());
    return arguments.size() == 2
        && arguments.get(0).equals("java.lang.String")
        && Types.isOpen(arguments.get(1))
        && !isDemanded(declared, calls)
        && (!view.isPrivate() || isPassedOn(view.method(), calls));
  }

  /** Whether a private step makes what a method that others call returns. */
  private static boolean isPassedOn(MethodRef step, Calls calls) {
    for (Scope caller : new Nest(calls).bodies(step.owner())) {
      Values in = caller.values();
      for (int i = 0; i < in.ops().size(); i++) {
        if (in.op(i) instanceof Op.Return result && isResult(in, i, result.source(), step)) {
          MethodView view = calls.hierarchy().resolve(caller.body().method());
          return view != null && !view.isPrivate() && mayBe(view.method(), calls);
        }
      }
    }
    return false;
  }

  private static boolean isResult(Values in, int index, int register, MethodRef step) {
    for (int origin : in.origins(index, register)) {
      if (Values.isParameter(origin)
          || !(in.op(origin) instanceof Op.Call call)
          || !call.method().equals(step)) {
        return false;
      }
    }
    return register >= 0;
  }

  /** Whether somebody else says that the method has to return a map. */
  private static boolean isDemanded(MethodRef declared, Calls calls) {
    for (String type : calls.hierarchy().ancestors(declared.owner())) {
      ClassView above = calls.contracts().world().find(type);
      if (above == null) {
        return true; // nobody knows what it declares
      }
      for (MethodView method : above.methods(declared.name())) {
        if (method.method().parameters().equals(declared.parameters())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Findings of this mechanism in the body: none or one. */
  public List<Finding> findings() {
    MethodRef method = scope.body().method();
    if (!mayBe(method, calls)) {
      return List.of();
    }
    Set<Integer> made = new LinkedHashSet<>();
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Return result && !collect(i, result.source(), made)) {
        return List.of();
      }
    }
    for (int map : made) {
      if (!(values.op(map) instanceof Op.New ? isFilledHere(map) : isComplete(map))) {
        return List.of();
      }
    }
    return fields.isEmpty() ? List.of() : List.of(finding(method));
  }

  /** The maps that a register may hold, all of them made here; false where one is not. */
  private boolean collect(int index, int register, Set<Integer> made) {
    for (int origin : values.origins(index, register)) {
      if (Values.isParameter(origin)) {
        return false;
      }
      Op op = values.op(origin);
      if (op instanceof Op.Call call && wrapped(call) >= 0) {
        if (!collect(origin, wrapped(call), made)) {
          return false;
        }
      } else if (isNew(op) || isEntries(op)) {
        made.add(origin);
        first = first == null ? op : first;
      } else if (!(op instanceof Op.Const)) {
        return false;
      }
    }
    return true;
  }

  /** Register of the map that a call only wraps, or -1. */
  private int wrapped(Op.Call call) {
    List<Integer> operands = Operands.ofCall(call);
    for (int o = 0; o < operands.size(); o++) {
      if (calls.meaning(call).role(o) == Role.ALIASES) {
        return operands.get(o);
      }
    }
    return -1;
  }

  /** An empty one of the platform's own, not a copy. */
  private boolean isNew(Op op) {
    return op instanceof Op.New made
        && made.constructor().owner().startsWith("java.util.")
        && calls.hierarchy().isSubtype(made.constructor().owner(), MAP)
        && made.constructor().parameters().stream().noneMatch(type -> type.indexOf('.') > 0);
  }

  private static boolean isEntries(Op op) {
    return op instanceof Op.Call call
        && call.receiver() < 0
        && call.method().owner().equals(MAP)
        && call.method().name().equals("of");
  }

  private boolean isComplete(int map) {
    List<Integer> arguments = ((Op.Call) values.op(map)).arguments();
    for (int a = 0; a + 1 < arguments.size(); a += 2) {
      if (!field(map, arguments.get(a), arguments.get(a + 1))) {
        return false;
      }
    }
    return true;
  }

  /** Whether all that happens to a map is that constant keys are put in. */
  private boolean isFilledHere(int map) {
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (!values.takes(i, map)
          || op instanceof Op.Move
          || op instanceof Op.Cast
          || op instanceof Op.Return) {
        continue;
      }
      if (!(op instanceof Op.Call call) || !isHarmless(call, i, map)) {
        return false;
      }
    }
    return true;
  }

  private boolean isHarmless(Op.Call call, int index, int map) {
    for (int argument : call.arguments()) {
      if (values.comesFrom(index, argument, map)) {
        return wrapped(call) == argument;
      }
    }
    return switch (handling.of(call.method())) {
      case GROWS ->
          call.arguments().size() == 2
              && field(index, call.arguments().get(0), call.arguments().get(1));
      case UNKNOWN -> false;
      case SHRINKS, ASKS_SIZE, NOTHING -> true;
    };
  }

  /** Notes a key; false where it varies. */
  private boolean field(int index, int key, int value) {
    int[] origins = values.origins(index, key);
    if (origins.length != 1
        || Values.isParameter(origins[0])
        || !(values.op(origins[0]) instanceof Op.Const constant)
        || !(constant.value() instanceof String text)) {
      return false;
    }
    fields.putIfAbsent(text, type(index, value));
    return true;
  }

  private String type(int index, int register) {
    int[] origins = values.origins(index, register);
    String type = scope.body().type(register);
    if (origins.length == 1 && !Values.isParameter(origins[0])) {
      Op op = values.op(origins[0]);
      boolean boxed = op instanceof Op.Call call && call.site().isImplicit();
      int from =
          boxed && !((Op.Call) op).arguments().isEmpty()
              ? ((Op.Call) op).arguments().get(0)
              : op.target();
      type = scope.body().type(from) == null ? type : scope.body().type(from);
    } else if (origins.length == 1) {
      type = scope.body().type(Values.register(origins[0]));
    }
    return type == null
            || type.indexOf('?') >= 0
            || type.indexOf('<') >= 0 && type.indexOf('$') >= 0
        ? "Object"
        : type.replaceAll("[a-zA-Z_][a-zA-Z0-9_]*\\.|[a-zA-Z_0-9]+\\$", "");
  }

  private Finding finding(MethodRef method) {
    List<String> keys = new ArrayList<>(fields.keySet());
    List<String> named = keys.subList(0, Math.min(3, keys.size()));
    return new Finding(
        Rule.UNTYPED_PAYLOAD,
        Rule.UNTYPED_PAYLOAD.level(),
        true,
        method,
        first.site(),
        ShortNames.call(method)
            + " returns a map of objects that always has the same keys ("
            + String.join(", ", named)
            + (keys.size() > named.size() ? ", ..." : "")
            + "): a record in disguise, whose names and types nobody checks",
        "return a record: " + Records.of(method.name(), fields),
        List.of(new Finding.Step(first.site(), "made here, and returned")));
  }
}

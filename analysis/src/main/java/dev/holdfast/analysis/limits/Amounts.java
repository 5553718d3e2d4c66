package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.FieldView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds the constants behind arguments: literals, through locals, final fields, boxes and what
 * makes an amount out of one figure, such as {@code Duration.ofSeconds(0)}.
 */
final class Amounts {
  private static final int DEEPEST = 4;
  private static final Map<String, Double> UNITS =
      Map.ofEntries(
          Map.entry("nanos", 1e-9),
          Map.entry("nanoseconds", 1e-9),
          Map.entry("micros", 1e-6),
          Map.entry("microseconds", 1e-6),
          Map.entry("millis", 1e-3),
          Map.entry("milliseconds", 1e-3),
          Map.entry("seconds", 1.0),
          Map.entry("minutes", 60.0),
          Map.entry("hours", 3600.0),
          Map.entry("days", 86400.0),
          Map.entry("weeks", 7 * 86400.0));

  private final Calls calls;
  private final Fields fields;

  Amounts(Calls calls, LimitWords words) {
    this.calls = calls;
    this.fields = new Fields(calls, words);
  }

  /** All that a register may hold at an op, a null among them where that is not known. */
  List<Amount> of(Values values, int index, int register) {
    return of(values, index, register, 0);
  }

  /** The same for an argument whose unit the argument after it says. */
  List<Amount> of(Values values, int index, List<Integer> arguments, int at) {
    List<Amount> amounts = of(values, index, arguments.get(at));
    double unit = at + 1 < arguments.size() ? unit(values, index, arguments.get(at + 1)) : 0;
    return unit == 0 ? amounts : in(unit, amounts);
  }

  private List<Amount> of(Values values, int index, int register, int depth) {
    List<Amount> found = new ArrayList<>();
    for (int origin : values.origins(index, register)) {
      if (Values.isParameter(origin) || depth > DEEPEST) {
        found.add(null);
      } else {
        found.addAll(behind(values, origin, depth));
      }
    }
    if (found.isEmpty()) {
      found.add(null);
    }
    return found;
  }

  private List<Amount> behind(Values values, int origin, int depth) {
    Op op = values.op(origin);
    if (op instanceof Op.Const constant) {
      return one(constant.value());
    }
    if (op instanceof Op.GetField get) {
      return held(get.field(), depth);
    }
    if (op instanceof Op.Opaque opaque && opaque.arguments().size() == 1) {
      return converted(of(values, origin, opaque.arguments().get(0), depth + 1));
    }
    return op instanceof Op.Call call ? made(values, origin, call, depth) : unknown();
  }

  private static List<Amount> one(Object constant) {
    if (constant == null) {
      return List.of(Amount.NULL);
    }
    return constant instanceof Number number ? List.of(Amount.of(number)) : unknown();
  }

  /** Of a widened or negated figure only that is sure which no conversion changes. */
  private static List<Amount> converted(List<Amount> amounts) {
    List<Amount> found = new ArrayList<>();
    for (Amount amount : amounts) {
      found.add(amount != null && amount.number() == 0 ? amount : null);
    }
    return found;
  }

  private List<Amount> held(FieldRef field, int depth) {
    if (field.isStatic() && field.name().equals("ZERO")) {
      // of a class of the JDK there is no body to look into
      return field.owner().equals("java.time.Duration") ? one(0) : unknown();
    }
    ClassView owner = calls.contracts().world().find(field.owner());
    FieldView declared = owner == null ? null : owner.field(field.name());
    if (declared == null || !declared.isFinal()) {
      return unknown();
    }
    if (declared.constant() != null) {
      return one(declared.constant());
    }
    List<Amount> found = new ArrayList<>();
    List<Fields.Given> given = depth > DEEPEST ? null : fields.given(field, true);
    for (Fields.Given value : given == null ? List.<Fields.Given>of() : given) {
      found.addAll(of(value.scope().values(), value.index(), value.register(), depth + 1));
    }
    return found.isEmpty() ? unknown() : found;
  }

  /** {@code Duration.ofSeconds(0)}, {@code Long.valueOf(0)}, {@code TimeUnit.DAYS.toMillis(9)}. */
  private List<Amount> made(Values values, int index, Op.Call call, int depth) {
    MethodRef method = call.method();
    List<Integer> arguments = call.arguments();
    if (call.receiver() >= 0) {
      return asked(values, index, call, depth);
    }
    boolean makes = method.result().equals(method.owner()) || method.name().endsWith("Exact");
    if (!makes || arguments.isEmpty()) {
      return unknown();
    }
    List<Amount> amounts = of(values, index, arguments.get(0), depth + 1);
    if (method.name().startsWith("of")) {
      double unit =
          arguments.size() > 1
              ? unit(values, index, arguments.get(1))
              : UNITS.getOrDefault(lower(method.name().substring(2)), 0.0);
      return arguments.size() > 2 ? unknown() : unit == 0 ? amounts : in(unit, amounts);
    }
    boolean boxes = method.name().equals("valueOf") || method.name().endsWith("Exact");
    return boxes && arguments.size() == 1 ? amounts : unknown();
  }

  /** What an amount or a unit says when it is asked for a figure. */
  private List<Amount> asked(Values values, int index, Op.Call call, int depth) {
    String name = call.method().name();
    if (call.arguments().size() == 1 && name.startsWith("to")) {
      double unit = unit(values, index, call.receiver());
      return unit == 0
          ? unknown()
          : converted(of(values, index, call.arguments().get(0), depth + 1), unit, name);
    }
    boolean figure = name.startsWith("to") || name.endsWith("Value") || name.startsWith("get");
    return figure && call.arguments().isEmpty() && call.method().result().length() <= 4
        ? converted(of(values, index, call.receiver(), depth + 1))
        : unknown();
  }

  private static List<Amount> converted(List<Amount> amounts, double from, String name) {
    double to = UNITS.getOrDefault(lower(name.substring(2)), 0.0);
    List<Amount> found = new ArrayList<>();
    for (Amount amount : amounts) {
      boolean exact = amount != null && to > 0 && !amount.isNull() && !amount.isLargest();
      found.add(exact ? new Amount(false, amount.number() * from / to, to) : amount);
    }
    return found;
  }

  private static List<Amount> in(double unit, List<Amount> amounts) {
    List<Amount> found = new ArrayList<>();
    for (Amount amount : amounts) {
      found.add(amount == null || amount.isNull() ? amount : amount.in(unit));
    }
    return found;
  }

  /** The unit that a register holds, by the name of its constant; 0 where it holds none. */
  private static double unit(Values values, int index, int register) {
    int[] origins = values.origins(index, register);
    return origins.length == 1
            && !Values.isParameter(origins[0])
            && values.op(origins[0]) instanceof Op.GetField get
            && get.object() == Op.NONE
        ? UNITS.getOrDefault(lower(get.field().name()), 0.0)
        : 0;
  }

  private static String lower(String name) {
    return name.toLowerCase(java.util.Locale.ROOT);
  }

  private static List<Amount> unknown() {
    List<Amount> unknown = new ArrayList<>();
    unknown.add(null);
    return unknown;
  }
}

package dev.holdfast.analysis.retention;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.analysis.world.Types;
import java.util.List;

/** Whether a field is a register of what a program has, rather than a store of what comes in. */
final class Registry {
  private final Calls calls;
  private final Lifetimes lifetimes;
  private final KeptFields fields;

  Registry(Calls calls, Lifetimes lifetimes, KeptFields fields) {
    this.calls = calls;
    this.lifetimes = lifetimes;
    this.fields = fields;
  }

  /**
   * Whether a method only keeps what it is given, as others do at start with their handlers: then
   * it is they who say how much there will be.
   *
   * @param method the declared method around the growth
   */
  boolean isToldBy(Growth growth, MethodRef method) {
    if (Lifetimes.isNamedLikeStart(method) || sets(method)) {
      return true;
    }
    boolean stored = growth.value() != Op.NONE && isGiven(growth, growth.value());
    boolean alone = growth.value() == Op.NONE && isGiven(growth, growth.key());
    MethodView view = calls.hierarchy().resolve(method);
    return (stored || alone)
        && !lifetimes.servesRequests(method)
        && !isSame(growth)
        && (view == null || !view.isPrivate());
  }

  /** A property that is set once, where the object is set up. */
  private boolean sets(MethodRef method) {
    MethodView view = calls.hierarchy().resolve(method);
    return view != null
        && !view.isStatic()
        && method.name().matches("set[A-Z].*")
        && method.parameters().size() == 1
        && method.result().equals("void");
  }

  private static boolean isGiven(Growth growth, int register) {
    return Keys.isGiven(growth.scope(), growth.index(), register);
  }

  /** A text kept under itself is a cache of texts. */
  private static boolean isSame(Growth growth) {
    if (growth.value() == Op.NONE) {
      return false;
    }
    Values values = growth.scope().values();
    int[] key = values.origins(growth.index(), growth.key());
    int[] value = values.origins(growth.index(), growth.value());
    return key.length == 1
        && value.length == 1
        && (key[0] == value[0] || isSameCapture(values, key[0], value[0]));
  }

  /** A class without a name reads what it captured anew each time. */
  private static boolean isSameCapture(Values values, int one, int other) {
    return !Values.isParameter(one)
        && !Values.isParameter(other)
        && values.op(one) instanceof Op.GetField first
        && values.op(other) instanceof Op.GetField second
        && first.field().isCapture()
        && first.field().equals(second.field());
  }

  /** Whether what is kept is of a kind that a program has few of, each under its name. */
  boolean isOfProgram(FieldRef field, Growth growth) {
    List<String> arguments = Types.arguments(fields.type(field));
    if (arguments.isEmpty()) {
      return namesClass(growth);
    }
    String value = KeptFields.last(arguments);
    return fields.isDeclared(value)
        || arguments.size() > 1 && isSubtype(value, "java.util.Map")
        || field.isStatic() && isOwnKind(value, field.owner())
        || namesClass(growth);
  }

  /** A class that keeps its own objects has one for each name that the program knows. */
  private boolean isOwnKind(String value, String owner) {
    return isSubtype(value, owner)
        || Types.arguments(value).stream().anyMatch(argument -> isOwnKind(argument, owner));
  }

  private boolean isSubtype(String text, String type) {
    String erased = Types.erase(text.startsWith("? extends ") ? text.substring(10) : text);
    return !erased.equals("?") && calls.hierarchy().isSubtype(erased, type);
  }

  /** A key by which a class is looked up: there are as many as classes. */
  private static boolean namesClass(Growth growth) {
    Scope scope = growth.scope();
    Values values = scope.values();
    int[] keys = values.origins(growth.index(), growth.key());
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call call
          && call.method().result().equals("java.lang.Class")) {
        for (int argument : call.arguments()) {
          for (int origin : values.origins(i, argument)) {
            if (Values.contains(keys, origin)) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }
}

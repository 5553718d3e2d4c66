package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Role;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.FieldView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.analysis.world.Types;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.List;

/**
 * Tells where the tracked object comes out of something that this body has made to hold it, and
 * nothing else in its place: a field of an own object, an array, an immutable list of one.
 */
final class Holders {
  private final Values values;
  private final Calls calls;
  private final int tracked;

  /**
   * @param tracked origin of the tracked object
   */
  Holders(Values values, Calls calls, int tracked) {
    this.values = values;
    this.calls = calls;
    this.tracked = tracked;
  }

  /** Whether the result of an op is the tracked object itself. */
  boolean givesOut(Fact fact, Op op, int index) {
    if (op instanceof Op.GetField get) {
      return get.object() >= 0
          && fact.related().get(get.object())
          && isKeptIn(maker(index, get.object()), get.field().name());
    }
    if (op instanceof Op.ArrayLoad load) {
      return fact.related().get(load.array()) && isAllOf(maker(index, load.array()));
    }
    return op instanceof Op.Call call
        && call.receiver() >= 0
        && fact.related().get(call.receiver())
        && (isElement(call, index) || isAccessor(call, index));
  }

  /**
   * Whether a value has come out of the tracked object and can be asked for it: the rows of a
   * statement, which whoever has the rows can close.
   */
  boolean leadsBack(int index, int register, Tracked object) {
    int maker = object.isParameter() || register < 0 ? -1 : maker(index, register);
    if (maker < 0
        || !(values.op(maker) instanceof Op.Call call)
        || call.receiver() < 0
        || !isTracked(maker, call.receiver())) {
      return false;
    }
    ClassView view = calls.contracts().world().find(call.method().result());
    return view != null
        && view.methods().stream()
            .map(MethodView::method)
            .anyMatch(m -> m.parameters().isEmpty() && mayBe(m.result(), object.type()));
  }

  private boolean mayBe(String result, String type) {
    return type != null
        && calls.hierarchy().isSubtype(result, "java.lang.AutoCloseable")
        && calls.hierarchy().isSubtype(Types.erase(type), result);
  }

  private boolean isElement(Op.Call call, int index) {
    dev.holdfast.catalog.Fact element =
        calls.contracts().of(call.method()).fact(Word.UNTYPED, Slot.RESULT);
    int maker = element == null ? -1 : maker(index, call.receiver());
    return maker >= 0
        && element.value("").equals("ELEMENT")
        && values.op(maker) instanceof Op.Call list
        && list.receiver() < 0
        && list.arguments().size() == 1
        && isTracked(maker, list.arguments().get(0))
        && calls.meaning(list).role(0) == Role.CONTAINS;
  }

  /** A component of a record has an accessor of its name. */
  private boolean isAccessor(Op.Call call, int index) {
    ClassView view = calls.contracts().world().find(call.method().owner());
    return view != null
        && call.arguments().isEmpty()
        && "java.lang.Record".equals(view.superName())
        && isKeptIn(maker(index, call.receiver()), call.method().name());
  }

  /** The one op that has made what a register holds, or -1. */
  private int maker(int index, int register) {
    int[] origins = values.origins(index, register);
    return origins.length == 1 && !Values.isParameter(origins[0]) ? origins[0] : -1;
  }

  private boolean isTracked(int index, int register) {
    int[] origins = values.origins(index, register);
    return origins.length == 1 && origins[0] == tracked;
  }

  /** Whether the constructor put it into this field, where it stays. */
  private boolean isKeptIn(int maker, String field) {
    if (maker < 0 || !(values.op(maker) instanceof Op.New made)) {
      return false;
    }
    List<Integer> arguments = made.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      if (isTracked(maker, arguments.get(i)) && field.equals(calls.keptIn(made, i))) {
        return isNeverReplaced(made.constructor().owner(), field);
      }
    }
    return false;
  }

  private boolean isNeverReplaced(String owner, String name) {
    ClassView view = calls.contracts().world().find(owner);
    FieldView field = view == null ? null : view.field(name);
    if (field == null || field.isFinal()) {
      return field != null;
    }
    if (!field.isPrivate() || writes(values, field.field())) {
      return false;
    }
    for (MethodView method : view.methods()) {
      if (!method.method().isConstructor() && !method.isAbstract()) {
        Scope scope = calls.summaries().scope(method.method());
        if (scope == null || writes(scope.values(), field.field())) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean writes(Values values, FieldRef field) {
    return values.ops().stream()
        .anyMatch(op -> op instanceof Op.PutField put && put.field().equals(field));
  }

  /** Whether an array made here holds nothing but the tracked object. */
  private boolean isAllOf(int array) {
    if (array < 0 || !(values.op(array) instanceof Op.NewArray)) {
      return false;
    }
    boolean stored = false;
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.ArrayStore store && maker(i, store.array()) == array) {
        if (!isTracked(i, store.source())) {
          return false;
        }
        stored = true;
      }
    }
    return stored;
  }
}

package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.FieldView;
import dev.holdfast.analysis.world.MethodView;
import java.util.ArrayList;
import java.util.List;

/** Limits of what fields hold: a final field holds what its class or its constructors gave it. */
final class Fields {
  private final Calls calls;
  private final LimitWords words;

  /** A value that a field is given. */
  record Given(Scope scope, int index, int register) {}

  Fields(Calls calls, LimitWords words) {
    this.calls = calls;
    this.words = words;
  }

  /** Limits of the object in a field, from outside where it may be given another one. */
  Bounded held(FieldRef field, int depth) {
    List<Given> given =
        depth < calls.summaries().settings().calleeDepth() ? given(field, false) : null;
    if (given == null || given.isEmpty()) {
      return Bounded.outside();
    }
    Bounded bounded = new Bounded();
    for (Given value : given) {
      bounded.add(flow(value.scope, depth).of(value.index, value.register));
    }
    if (words.isMutable(field.type())) {
      if (!calls.contracts().world().find(field.owner()).field(field.name()).isPrivate()) {
        return Bounded.outside();
      }
      through(field, depth, bounded);
    }
    return bounded;
  }

  /** Adds what the bodies around it set on the object in a field. */
  void through(FieldRef field, int depth, Bounded bounded) {
    Sent sent = new Sent(calls.contracts(), words);
    for (Scope body : new Nest(calls).bodies(field.owner())) {
      LimitFlow flow = flow(body, depth);
      for (int i = 0; i < body.values().ops().size(); i++) {
        if (body.values().op(i) instanceof Op.GetField get && isSame(get.field(), field)) {
          Bounded set = flow.setOn(i);
          if (sent.isThrough(flow, body.values(), i)) {
            sent.add(set);
          } else {
            bounded.addCertain(set);
          }
        }
      }
    }
    sent.into(bounded);
  }

  /** The lambdas and method references a register may hold; null where it may hold others. */
  List<Op.Closure> closures(Values values, int index, int register) {
    List<Op.Closure> found = new ArrayList<>();
    for (int origin : values.origins(index, register)) {
      if (Values.isParameter(origin)) {
        return null;
      }
      if (values.op(origin) instanceof Op.Closure closure) {
        found.add(closure);
      } else if (!(values.op(origin) instanceof Op.GetField get) || !add(get.field(), found)) {
        return null;
      }
    }
    return found.isEmpty() ? null : found;
  }

  private boolean add(FieldRef field, List<Op.Closure> found) {
    List<Given> given = given(field, false);
    for (Given value : given == null ? List.<Given>of() : given) {
      for (int origin : value.scope.values().origins(value.index, value.register)) {
        if (Values.isParameter(origin)
            || !(value.scope.values().op(origin) instanceof Op.Closure closure)) {
          return false;
        }
        found.add(closure);
      }
    }
    return given != null && !given.isEmpty();
  }

  /**
   * All values a final field may be given, one of this compilation or a constant of any class; null
   * where one is out of view.
   */
  List<Given> given(FieldRef field, boolean ofAnyClass) {
    ClassView owner = calls.contracts().world().find(field.owner());
    boolean known = owner != null && (owner.isSource() || ofAnyClass && field.isStatic());
    FieldView declared = known ? owner.field(field.name()) : null;
    if (declared == null || !declared.isFinal()) {
      return null;
    }
    List<Given> given = new ArrayList<>();
    for (MethodRef maker : makers(owner, field)) {
      Scope scope = calls.summaries().scope(maker);
      if (scope == null) {
        return null;
      }
      for (int i = 0; i < scope.values().ops().size(); i++) {
        if (scope.values().op(i) instanceof Op.PutField put && isSame(put.field(), field)) {
          given.add(new Given(scope, i, put.source()));
        }
      }
    }
    return given;
  }

  private static List<MethodRef> makers(ClassView owner, FieldRef field) {
    if (field.isStatic()) {
      return List.of(new MethodRef(owner.name(), "<clinit>", "()V"));
    }
    return owner.methods("<init>").stream().map(MethodView::method).toList();
  }

  private LimitFlow flow(Scope scope, int depth) {
    return new LimitFlow(scope, calls, words, depth + 1);
  }

  private static boolean isSame(FieldRef one, FieldRef other) {
    return one.name().equals(other.name()) && one.owner().equals(other.owner());
  }
}

package dev.holdfast.analysis.pooled;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.FieldView;
import dev.holdfast.analysis.world.MethodView;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks a pool, as far as it is in view, whether it cleans what it lends. */
final class Cleaning {
  private final Calls calls;
  private final Content content;
  private final OwnPools pools;

  Cleaning(Calls calls) {
    this.calls = calls;
    this.content = new Content(calls);
    this.pools = new OwnPools(calls);
  }

  /** The answer. */
  enum Answer {
    CLEANS,
    /** All code of the pool is in view, and none of it cleans. */
    LEAVES,
    UNSEEN
  }

  /** Of a collection in a field: do other methods of its class clean what they take or put back? */
  Answer of(FieldRef field, MethodRef asking) {
    ClassView view = calls.contracts().world().find(field.owner());
    FieldView declared = view == null ? null : view.field(field.name());
    if (declared == null) {
      return Answer.UNSEEN;
    }
    for (MethodView method : view.methods()) {
      Scope scope = method.isAbstract() ? null : calls.summaries().scope(method.method());
      if (scope != null && !method.method().equals(asking) && cleans(scope, field)) {
        return Answer.CLEANS;
      }
    }
    return declared.isPrivate() ? Answer.LEAVES : Answer.UNSEEN;
  }

  private boolean cleans(Scope scope, FieldRef field) {
    Values values = scope.values();
    SameObject same = new SameObject(values, calls);
    Set<Integer> lent = new HashSet<>();
    for (int i = 0; i < values.ops().size(); i++) {
      if (!(values.op(i) instanceof Op.Call call)) {
        continue;
      }
      if (field.equals(pools.lentFrom(values, Set.of(i)))
          || field.equals(pools.takenFrom(values, call, i))) {
        lent.add(i);
      }
      List<Integer> operands = Operands.ofCall(call);
      for (int o = 0; o < operands.size(); o++) {
        if (field.equals(pools.keptIn(scope, i, o))) {
          lent.addAll(same.origins(i, operands.get(o)));
        }
      }
    }
    return !lent.isEmpty() && empties(scope, lent);
  }

  private boolean empties(Scope scope, Set<Integer> object) {
    for (int i = 0; i < scope.values().ops().size(); i++) {
      if (content.of(scope, i, object) == Content.Effect.EMPTIES) {
        return true;
      }
    }
    return false;
  }

  /** Of a pool that the catalog knows, or the user's own annotated one. */
  Answer of(Scope scope, int given, int taken, String type) {
    Op.Call give = (Op.Call) scope.values().op(given);
    Op.Call take = (Op.Call) scope.values().op(taken);
    if (type == null || give.receiver() < 0) {
      return Answer.UNSEEN;
    }
    if (calls.isOwnCode(give.method()) || calls.isOwnCode(take.method())) {
      return ofClasses(
          new HashSet<>(List.of(give.method().owner(), take.method().owner())), type, false);
    }
    Set<String> parts = new HashSet<>();
    boolean all = made(scope, given, give.receiver(), parts, 0);
    Answer answer = parts.isEmpty() ? Answer.UNSEEN : ofClasses(parts, type, true);
    return all || answer == Answer.CLEANS ? answer : Answer.UNSEEN;
  }

  /** Collects the user's own classes that a pool is made of. */
  private boolean made(Scope scope, int index, int register, Set<String> parts, int depth) {
    Values values = scope.values();
    int[] origins = values.origins(index, register);
    boolean all = origins.length > 0 && depth < 4;
    for (int origin : depth < 4 ? origins : Values.NOWHERE) {
      if (Values.isParameter(origin)) {
        all = false;
      } else if (values.op(origin) instanceof Op.New made) {
        if (calls.isOwnCode(made.constructor())) {
          parts.add(made.constructor().owner());
        } else {
          all &= !made.arguments().isEmpty();
          for (int argument : made.arguments()) {
            made(scope, origin, argument, parts, depth + 1);
          }
        }
      } else if (values.op(origin) instanceof Op.GetField get) {
        all &= stored(get.field(), parts, depth + 1);
      } else {
        all = false;
      }
    }
    return all;
  }

  private boolean stored(FieldRef field, Set<String> parts, int depth) {
    ClassView view = calls.contracts().world().find(field.owner());
    FieldView declared = view == null ? null : view.field(field.name());
    if (declared == null || !declared.isFinal() && !declared.isPrivate()) {
      return false;
    }
    boolean all = true;
    boolean found = false;
    for (MethodView method : view.methods()) {
      Scope scope = method.isAbstract() ? null : calls.summaries().scope(method.method());
      Values values = scope == null ? null : scope.values();
      for (int i = 0; values != null && i < values.ops().size(); i++) {
        if (values.op(i) instanceof Op.PutField put && put.field().equals(field)) {
          found = true;
          all &= made(scope, i, put.source(), parts, depth);
        }
      }
    }
    return found && all;
  }

  private Answer ofClasses(Set<String> names, String type, boolean factory) {
    Answer answer = Answer.LEAVES;
    for (String name : names) {
      ClassView view = calls.contracts().world().find(name);
      if (view == null) {
        return Answer.UNSEEN;
      }
      for (MethodView method : view.methods()) {
        Scope scope = method.isAbstract() ? null : calls.summaries().scope(method.method());
        if (scope == null) {
          answer = Answer.UNSEEN;
        } else if (emptiesSome(scope, type)) {
          return Answer.CLEANS;
        } else if (factory && mayClean(method, scope)) {
          answer = Answer.UNSEEN;
        }
      }
    }
    return answer;
  }

  /** A hook that does something to what it gets, in a way that cannot be told. */
  private static boolean mayClean(MethodView method, Scope scope) {
    return !method.method().isConstructor()
        && !method.method().name().startsWith("<")
        && method.method().result().equals("void")
        && scope.values().ops().stream().anyMatch(op -> op instanceof Op.Call);
  }

  /** Whether a body empties any object of a type. */
  private boolean emptiesSome(Scope scope, String type) {
    Values values = scope.values();
    for (int i = 0; i < values.ops().size(); i++) {
      int register = -1;
      String owner = null;
      if (values.op(i) instanceof Op.Call call && call.receiver() >= 0) {
        register = call.receiver();
        owner = call.method().owner();
      } else if (values.op(i) instanceof Op.PutField put
          && put.object() >= 0
          && !scope.body().method().isConstructor()) {
        register = put.object();
        owner = put.field().owner();
      }
      if (owner == null
          || !calls.hierarchy().isSubtype(type, owner)
              && !calls.hierarchy().isSubtype(owner, type)) {
        continue;
      }
      Set<Integer> object = new SameObject(values, calls).origins(i, register);
      if (content.of(scope, i, object) == Content.Effect.EMPTIES) {
        return true;
      }
    }
    return false;
  }
}

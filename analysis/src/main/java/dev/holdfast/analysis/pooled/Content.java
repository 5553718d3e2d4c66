package dev.holdfast.analysis.pooled;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.List;
import java.util.Set;

/** Tells what an op does to what an object holds: the next to get the object would find it. */
final class Content {
  private static final Set<String> WRITES = Set.of("write", "writeBytes", "print", "println");
  private static final int DEPTH = 3;

  private final Calls calls;

  Content(Calls calls) {
    this.calls = calls;
  }

  /** What becomes of the content. */
  enum Effect {
    NONE,
    FILLS,
    EMPTIES,
    UNKNOWN
  }

  /** Whether objects of a type can be filled and emptied, as far as the catalog knows. */
  static boolean isReusable(Calls calls, String type) {
    if (!Calls.mayHold(type) || type.endsWith("[]") || type.equals("java.lang.Object")) {
      return false;
    }
    if (empties(calls, type)) {
      return true;
    }
    for (String above : calls.hierarchy().ancestors(type)) {
      if (empties(calls, above)) {
        return true;
      }
    }
    return false;
  }

  private static boolean empties(Calls calls, String type) {
    ClassView view = calls.contracts().world().find(type);
    if (view == null || type.equals("java.lang.Object")) {
      return false;
    }
    for (MethodView method : view.methods()) {
      MethodRef ref = method.method();
      // Collection.clear(), StringBuilder.setLength(0), Buffer.clear(); not Queue.poll()
      boolean plain = ref.result().equals("void") || !ref.result().equals("java.lang.Object");
      if (plain
          && !ref.result().equals("boolean")
          && gives(calls.contracts().of(ref))
          && !takes(calls, ref)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an argument is put into the receiver: of a holder of one thing, say. */
  private static boolean takes(Calls calls, MethodRef method) {
    return calls.contracts().of(method).facts().stream()
        .anyMatch(fact -> fact.word() == Word.HANDED_OVER && fact.slot().isParameter());
  }

  private static boolean gives(Contract contract) {
    Fact handed = contract.fact(Word.HANDED_OVER, Slot.RESULT);
    return handed != null && handed.value("OWNER").equals("OWNER");
  }

  /** What the op with this index does to the object of these origins. */
  Effect of(Scope scope, int index, Set<Integer> object) {
    return of(scope, index, object, DEPTH);
  }

  private Effect of(Scope scope, int index, Set<Integer> object, int depth) {
    Values values = scope.values();
    Op op = values.op(index);
    SameObject same = new SameObject(values, calls);
    if (op instanceof Op.PutField put && put.object() >= 0) {
      return same.is(object, index, put.object()) ? put(values, put, index) : Effect.NONE;
    }
    if (op instanceof Op.Closure closure) {
      return captured(closure, same, object, index, depth);
    }
    if (!(op instanceof Op.Call || op instanceof Op.New)) {
      return Effect.NONE;
    }
    Effect effect = Effect.NONE;
    List<Integer> operands = Operands.ofCall(op);
    for (int i = 0; i < operands.size(); i++) {
      if (same.is(object, index, operands.get(i))) {
        effect = worse(effect, operand(op, i, depth));
      }
    }
    return effect;
  }

  private static Effect worse(Effect one, Effect other) {
    if (one == Effect.EMPTIES || other == Effect.EMPTIES) {
      return Effect.EMPTIES;
    }
    if (one == Effect.FILLS || other == Effect.FILLS) {
      return Effect.FILLS;
    }
    return one == Effect.UNKNOWN ? one : other;
  }

  /** A field set from a parameter keeps what the request gave; one set to a constant does not. */
  private Effect put(Values values, Op.PutField put, int index) {
    if (!Calls.mayHold(put.field().type())) {
      return Effect.NONE;
    }
    for (int origin : values.origins(index, put.source())) {
      if (!Values.isParameter(origin)) {
        return values.op(origin) instanceof Op.Const ? Effect.EMPTIES : Effect.NONE;
      }
    }
    return Effect.FILLS;
  }

  private Effect captured(
      Op.Closure closure, SameObject same, Set<Integer> object, int index, int depth) {
    Effect effect = Effect.NONE;
    for (int i = 0; i < closure.captures().size(); i++) {
      if (same.is(object, index, closure.captures().get(i))) {
        Effect inside =
            closure.reference()
                ? named(closure.body(), i, depth)
                : inside(closure.body(), i, depth - 1);
        effect = worse(effect, inside);
      }
    }
    return effect;
  }

  private Effect named(MethodRef method, int operand, int depth) {
    Contract contract = calls.contracts().of(method);
    if (contract.mentioned()) {
      return operand == 0 ? receiver(contract, method) : Effect.NONE;
    }
    return calls.isOwnCode(method) ? inside(method, operand, depth - 1) : Effect.NONE;
  }

  private Effect operand(Op op, int operand, int depth) {
    MethodRef method = op.called();
    Contract contract = calls.contracts().of(method);
    boolean receiver = op instanceof Op.Call call && call.receiver() >= 0 && operand == 0;
    if (contract.mentioned()) {
      return receiver ? receiver(contract, method) : Effect.NONE;
    }
    if (calls.meaning(op).userCode()) {
      return Effect.UNKNOWN;
    }
    if (calls.isOwnCode(method)) {
      int register = op instanceof Op.New ? operand + 1 : operand;
      MethodView declared = calls.hierarchy().resolve(method);
      return declared == null || declared.isAbstract()
          ? Effect.UNKNOWN
          : inside(declared.method(), register, depth - 1);
    }
    boolean platform = method.owner().startsWith("java.");
    return receiver && platform ? unmentioned(method) : platform ? Effect.NONE : Effect.UNKNOWN;
  }

  private Effect receiver(Contract contract, MethodRef method) {
    if (gives(contract)) {
      return Effect.EMPTIES;
    }
    for (Fact fact : contract.facts()) {
      if (fact.word() == Word.HANDED_OVER
          && fact.slot().isParameter()
          && fact.value("OWNER").equals("CONTAINER")) {
        return Effect.FILLS;
      }
    }
    boolean fluent = contract.says(Word.ALIASES, Slot.RESULT) && isReusable(calls, method.result());
    return fluent && !method.parameters().isEmpty() && isReusable(calls, method.owner())
        ? Effect.FILLS
        : unmentioned(method);
  }

  private Effect unmentioned(MethodRef method) {
    return WRITES.contains(method.name())
            && !method.parameters().isEmpty()
            && isReusable(calls, method.owner())
        ? Effect.FILLS
        : Effect.NONE;
  }

  /** What a body does to the object in one of its entry registers, all of it together. */
  private Effect inside(MethodRef method, int register, int depth) {
    Scope scope = depth < 0 ? null : calls.summaries().scope(method);
    if (scope == null || register >= scope.body().parameters()) {
      return Effect.UNKNOWN;
    }
    Effect effect = Effect.NONE;
    Set<Integer> object = Set.of(Values.parameter(register));
    for (int i = 0; i < scope.values().ops().size(); i++) {
      effect = worse(effect, of(scope, i, object, depth));
      if (effect == Effect.EMPTIES) {
        return effect;
      }
    }
    return effect;
  }
}

package dev.holdfast.analysis.pooled;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Recognises pools that nobody calls one: a collection in a field from which an object is taken,
 * made anew where there is none, and into which it is put back.
 */
final class OwnPools {
  private final Calls calls;

  OwnPools(Calls calls) {
    this.calls = calls;
  }

  /** Whether a method takes an element out of its receiver: {@code poll()}, {@code pop()}. */
  static boolean takes(Contract contract) {
    Fact handed = contract.fact(Word.HANDED_OVER, Slot.RESULT);
    Fact untyped = contract.fact(Word.UNTYPED, Slot.RESULT);
    return handed != null
        && handed.value("OWNER").equals("OWNER")
        && untyped != null
        && untyped.value("").equals("ELEMENT");
  }

  /** A cheap look: may a method of this compilation lend what it takes out of a collection? */
  boolean mayLend(MethodRef method) {
    return !method.isConstructor()
        && calls.isOwnCode(method)
        && !calls.contracts().of(method).mentioned()
        && callsTaker(method)
        && Content.isReusable(calls, method.result());
  }

  private boolean callsTaker(MethodRef method) {
    MethodView declared = declared(method);
    if (declared != null) {
      for (MethodRef called : calls.summaries().called(declared.method())) {
        if (takes(calls.contracts().of(called))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The field that an object of these origins was taken from, made anew where it was empty. */
  FieldRef lentFrom(Values values, Set<Integer> object) {
    FieldRef field = null;
    boolean made = false;
    for (int origin : object) {
      if (Values.isParameter(origin)) {
        continue;
      }
      Op op = values.op(origin);
      made |= makes(op);
      if (op instanceof Op.Call call) {
        FieldRef from = takenFrom(values, call, origin);
        field = from == null ? field : from;
        MethodRef lender = from == null ? lender(call) : null;
        FieldRef inside = lender == null ? null : lends(lender);
        if (inside != null) {
          return inside;
        }
      }
    }
    return made ? field : null;
  }

  /** {@code new HashMap<>()}, {@code ByteBuffer.allocate(n)}. */
  private static boolean makes(Op op) {
    return op instanceof Op.New || op instanceof Op.Call call && call.receiver() < 0;
  }

  /** The collection field that a call takes an element from, or null. */
  FieldRef takenFrom(Values values, Op.Call call, int index) {
    return call.receiver() >= 0 && takes(calls.contracts().of(call.method()))
        ? field(values, index, call.receiver())
        : null;
  }

  /** The collection field into which an op puts this operand, or null. */
  FieldRef keptIn(Scope scope, int index, int operand) {
    if (!(scope.values().op(index) instanceof Op.Call call)) {
      return null;
    }
    Contract contract = calls.contracts().of(call.method());
    boolean receiver = call.receiver() >= 0;
    if (contract.mentioned()) {
      Fact handed =
          operand == 0 && receiver
              ? null
              : contract.fact(Word.HANDED_OVER, Slot.parameter(operand - (receiver ? 1 : 0)));
      boolean kept = handed != null && handed.value("OWNER").equals("CONTAINER");
      return kept && receiver ? field(scope.values(), index, call.receiver()) : null;
    }
    MethodView declared = calls.isOwnCode(call.method()) ? declared(call.method()) : null;
    Scope body = declared == null ? null : calls.summaries().scope(declared.method());
    return body == null || operand >= body.body().parameters() ? null : keeps(body, operand);
  }

  private FieldRef keeps(Scope body, int register) {
    Values values = body.values();
    SameObject same = new SameObject(values, calls);
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call call && calls.contracts().of(call.method()).mentioned()) {
        List<Integer> operands = Operands.ofCall(call);
        for (int o = 1; o < operands.size(); o++) {
          if (same.is(Set.of(Values.parameter(register)), i, operands.get(o))) {
            FieldRef field = keptIn(body, i, o);
            if (field != null) {
              return field;
            }
          }
        }
      }
    }
    return null;
  }

  /** The field from which a method takes or else makes what it returns, or null. */
  FieldRef lends(MethodRef method) {
    Scope body = calls.summaries().scope(method);
    if (body == null) {
      return null;
    }
    Values values = body.values();
    SameObject same = new SameObject(values, calls);
    Set<Integer> returned = new HashSet<>();
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Return result && result.source() >= 0) {
        returned.addAll(same.origins(i, result.source()));
      }
    }
    boolean made = false;
    FieldRef field = null;
    for (int origin : returned) {
      if (Values.isParameter(origin)) {
        return null;
      }
      Op op = values.op(origin);
      made |= makes(op);
      if (op instanceof Op.Call call) {
        FieldRef from = takenFrom(values, call, origin);
        field = from == null ? field : from;
      }
    }
    return made ? field : null;
  }

  private MethodRef lender(Op.Call call) {
    return mayLend(call.method()) ? declared(call.method()).method() : null;
  }

  private MethodView declared(MethodRef method) {
    MethodView declared = calls.hierarchy().resolve(method);
    return declared == null || declared.isAbstract() ? null : declared;
  }

  private static FieldRef field(Values values, int index, int register) {
    int[] origins = values.origins(index, register);
    return origins.length == 1
            && !Values.isParameter(origins[0])
            && values.op(origins[0]) instanceof Op.GetField get
        ? get.field()
        : null;
  }
}

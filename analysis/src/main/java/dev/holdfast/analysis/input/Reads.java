package dev.holdfast.analysis.input;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.List;

/** What a call does with a stream it is given: by what is known of it, by its loop, by its body. */
final class Reads {
  /** How many helpers deep. */
  private static final int DEPTH = 2;

  private final Values values;
  private final Calls calls;
  private final int depth;
  private final Loops loops;
  private final Origins origins;

  Reads(Scope scope, Calls calls, int depth) {
    this.values = scope.values();
    this.calls = calls;
    this.depth = depth;
    this.loops = new Loops(scope, calls);
    this.origins = new Origins(scope, calls);
  }

  Origins origins() {
    return origins;
  }

  Loops loops() {
    return loops;
  }

  /** What the call does with the operand, receiver first. */
  Use use(Op op, int index, int operand) {
    Contract contract = calls.contracts().of(op.called());
    boolean hasReceiver = op instanceof Op.Call call && call.receiver() >= 0;
    boolean isReceiver = hasReceiver && operand == 0;
    Slot slot = isReceiver ? Slot.RESULT : Slot.parameter(operand - (hasReceiver ? 1 : 0));
    Fact fact = contract.fact(Word.UNBOUNDED, slot);
    String kind = fact == null ? "" : fact.value("READ");
    if (kind.equals("READ")) {
      return Use.WHOLE;
    }
    if (kind.equals("COPY")) {
      return goesToMemory(op, index, operand) ? Use.WHOLE : Use.COPY;
    }
    if (isReceiver && op instanceof Op.Call call) {
      Use looped = loops.use(call, index);
      if (looped != Use.NONE) {
        return looped;
      }
    }
    return contract.mentioned() || isReceiver ? Use.NONE : useOfHelper(op, operand);
  }

  private boolean goesToMemory(Op op, int index, int operand) {
    List<Integer> operands = Operands.ofCall(op);
    for (int k = 0; k < operands.size(); k++) {
      if (k != operand && loops.isMemory(index, operands.get(k), -1)) {
        return true;
      }
    }
    return false;
  }

  private Use useOfHelper(Op op, int operand) {
    MethodView declared = depth < DEPTH ? calls.hierarchy().resolve(op.called()) : null;
    if (declared == null || declared.isAbstract() || op.called().isConstructor()) {
      return Use.NONE;
    }
    Scope body = calls.summaries().scope(declared.method());
    if (body == null || new Checked(body, calls).isLimited(null)) {
      return Use.NONE;
    }
    return new Reads(body, calls, depth + 1).useOfParameter(body, operand);
  }

  private Use useOfParameter(Scope body, int parameter) {
    Use use = Use.NONE;
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (op.called() == null || !values.isReachable(values.blockOf(i))) {
        continue;
      }
      List<Integer> operands = Operands.ofCall(op);
      for (int k = 0; k < operands.size(); k++) {
        if (isRead(body, operands.get(k))
            && origins.of(i, operands.get(k)).containsKey(Values.parameter(parameter))) {
          use = use.or(use(op, i, k));
        }
      }
    }
    return use;
  }

  /** Numbers and texts are no streams. */
  private static boolean isRead(Scope body, int register) {
    String type = body.body().type(register);
    return type == null || Calls.mayHold(type);
  }
}

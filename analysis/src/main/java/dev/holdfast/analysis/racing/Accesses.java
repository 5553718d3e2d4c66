package dev.holdfast.analysis.racing;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.retention.Handling;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Role;
import dev.holdfast.analysis.waiting.Frame;
import dev.holdfast.analysis.waiting.Origin;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Finds what bodies do with collections that take no two threads at once. */
final class Accesses {
  private final Calls calls;
  private final Confinement confinement;
  private final Handling handling;
  private final Map<Frame, List<Access>> known = new IdentityHashMap<>();

  Accesses(Calls calls, Confinement confinement) {
    this.calls = calls;
    this.confinement = confinement;
    this.handling = new Handling(calls);
  }

  /** Those of exactly one body, in the order of its ops. */
  List<Access> in(Frame frame) {
    List<Access> found = known.get(frame);
    if (found == null) {
      found = new ArrayList<>();
      for (int i = 0; i < frame.values().ops().size(); i++) {
        add(frame, i, found);
      }
      known.put(frame, found);
    }
    return found;
  }

  private void add(Frame frame, int index, List<Access> found) {
    Op op = frame.values().op(index);
    if (op instanceof Op.Closure closure && closure.reference() && !closure.captures().isEmpty()) {
      if (isCollection(closure.body().owner())) {
        add(frame, index, closure.captures().get(0), changes(closure.body()), found);
      }
    } else if (op instanceof Op.Call || op instanceof Op.New) {
      int receiver = op instanceof Op.Call call ? call.receiver() : Op.NONE;
      if (receiver >= 0 && (isCollection(op.called().owner()) || isView(op.called().owner()))) {
        add(frame, index, receiver, changes(op.called()), found);
      }
      int operand = 0;
      for (int register : Operands.ofCall(op)) {
        if (register != receiver && isRead(op, operand)) {
          add(frame, index, register, false, found);
        }
        operand++;
      }
    }
  }

  /** Whether a call looks into a collection it is given, as copies and serialisers do. */
  private boolean isRead(Op op, int operand) {
    return isCollection(type(op, operand))
        && calls.contracts().of(op.called()).mentioned()
        && calls.meaning(op).role(operand) == Role.USES;
  }

  private static String type(Op op, int operand) {
    int parameter = op instanceof Op.Call call && call.receiver() >= 0 ? operand - 1 : operand;
    List<String> parameters = op.called().parameters();
    return parameter < parameters.size() ? parameters.get(parameter) : "";
  }

  private boolean isCollection(String type) {
    return calls.hierarchy().isSubtype(type, "java.util.Map")
        || calls.hierarchy().isSubtype(type, "java.util.Collection");
  }

  private boolean isView(String type) {
    return calls.hierarchy().isSubtype(type, "java.util.Iterator");
  }

  private boolean changes(MethodRef method) {
    return switch (handling.of(method)) {
      case GROWS, SHRINKS -> true;
      case UNKNOWN -> method.name().startsWith("add") || method.name().startsWith("put");
      case ASKS_SIZE, NOTHING -> false;
    };
  }

  private void add(Frame frame, int index, int register, boolean changes, List<Access> found) {
    for (Origin root : confinement.roots(frame, index, register)) {
      found.add(new Access(frame, index, root, changes));
    }
  }
}

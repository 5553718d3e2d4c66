package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.bytecode.Entry.Fresh;
import dev.holdfast.analysis.bytecode.Entry.Value;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.analysis.world.MethodView;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** Lowers calls and constructors. */
final class Calls {
  private final Frame frame;
  private final Members members;
  private final Artefacts artefacts;
  private final Concatenations concatenations;

  Calls(Frame frame, Members members, Artefacts artefacts, boolean foldBuilders) {
    this.frame = frame;
    this.members = members;
    this.artefacts = artefacts;
    this.concatenations = new Concatenations(frame, foldBuilders);
  }

  void invoke(MethodInsnNode call) {
    Type[] parameters = Type.getArgumentTypes(call.desc);
    List<Entry> arguments = pop(parameters.length);
    if (artefacts.isNullCheck(frame.at)) {
      dropNullCheck(call, arguments);
      return;
    }
    Entry receiver = call.getOpcode() == Opcodes.INVOKESTATIC ? null : frame.stack.pop();
    if (concatenations.absorb(call, receiver, arguments)) {
      return;
    }
    MethodRef method = members.method(call.owner, call.name, call.desc);
    MethodView resolved = call.owner.startsWith("[") ? null : members.resolve(method);
    if (receiver instanceof Fresh fresh && method.isConstructor()) {
      construct(fresh, method, resolved, registers(arguments, parameters));
    } else {
      int object = receiver == null ? Op.NONE : frame.use(receiver, null);
      call(call, method, resolved, object, registers(arguments, parameters));
    }
  }

  /** The argument, or else the receiver, stays what it is. */
  private void dropNullCheck(MethodInsnNode call, List<Entry> arguments) {
    frame.stack.push(
        call.getOpcode() == Opcodes.INVOKESTATIC ? arguments.get(0) : frame.stack.pop());
  }

  private void construct(
      Fresh fresh, MethodRef method, MethodView resolved, List<Integer> arguments) {
    int target = frame.draft.temporary(method.owner());
    Site site = frame.places.at(fresh.instruction());
    emit(new Op.New(target, method, arguments, site), method, resolved);
    frame.stack.replace(entry -> entry == fresh ? new Value(target, false) : entry);
  }

  private void call(
      MethodInsnNode call,
      MethodRef method,
      MethodView resolved,
      int receiver,
      List<Integer> arguments) {
    Type result = Type.getReturnType(call.desc);
    boolean isVoid = result.getSort() == Type.VOID;
    int target = isVoid ? Op.NONE : result(method, resolved);
    Op.Dispatch dispatch = dispatch(call.getOpcode(), resolved);
    emit(
        new Op.Call(target, method, dispatch, receiver, arguments, frame.site()), method, resolved);
    if (!isVoid) {
      frame.stack.push(new Value(target, result.getSize() == 2));
    }
  }

  private int result(MethodRef method, MethodView resolved) {
    String type = Members.resultType(method, resolved);
    return resolved != null && Signatures.isVariable(resolved.resultType())
        ? frame.draft.variable(type)
        : frame.draft.temporary(type);
  }

  private void emit(Op op, MethodRef method, MethodView resolved) {
    if (NoThrow.never(method) || artefacts.role(frame.at) == Site.Role.IMPLICIT) {
      frame.emit(op);
    } else {
      frame.emitRaising(op, members.exceptions(method, resolved));
    }
  }

  private static Op.Dispatch dispatch(int opcode, MethodView resolved) {
    if (opcode == Opcodes.INVOKESTATIC) {
      return Op.Dispatch.STATIC;
    }
    if (opcode == Opcodes.INVOKESPECIAL || resolved != null && resolved.isPrivate()) {
      return Op.Dispatch.SPECIAL;
    }
    return opcode == Opcodes.INVOKEINTERFACE ? Op.Dispatch.INTERFACE : Op.Dispatch.VIRTUAL;
  }

  /** The top entries, in the order they were pushed. */
  List<Entry> pop(int count) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(0, frame.stack.pop());
    }
    return entries;
  }

  List<Integer> registers(List<Entry> entries, Type[] types) {
    List<Integer> registers = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      registers.add(frame.use(entries.get(i), types[i].getDescriptor()));
    }
    return registers;
  }

  /** The same for the operands of a concatenation. */
  List<Integer> operands(List<Entry> entries, Type[] types) {
    List<Integer> registers = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      registers.add(concatenations.operand(entries.get(i), types[i].getDescriptor()));
    }
    return registers;
  }
}

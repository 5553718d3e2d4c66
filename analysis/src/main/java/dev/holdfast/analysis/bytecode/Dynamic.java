package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.bytecode.Entry.Value;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.world.MethodView;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** Lowers invokedynamic: lambdas, method references and string concatenation; others are opaque. */
final class Dynamic {
  private static final char ARGUMENT = '\1';
  private static final char CONSTANT = '\2';

  private final Frame frame;
  private final Members members;
  private final Calls calls;

  Dynamic(Frame frame, Members members, Calls calls) {
    this.frame = frame;
    this.members = members;
    this.calls = calls;
  }

  void invoke(InvokeDynamicInsnNode node) {
    Type[] types = Type.getArgumentTypes(node.desc);
    List<Entry> entries = calls.pop(types.length);
    boolean concatenates = node.bsm.getOwner().equals("java/lang/invoke/StringConcatFactory");
    List<Integer> arguments =
        concatenates ? calls.operands(entries, types) : calls.registers(entries, types);
    Type result = Type.getReturnType(node.desc);
    String type = result.getClassName();
    int target = result.getSort() == Type.VOID ? Op.NONE : frame.draft.temporary(type);
    if (concatenates) {
      frame.emit(new Op.Concat(target, parts(node, arguments), frame.site()));
    } else if (node.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
      closure(node, target, arguments, type);
    } else {
      frame.emit(new Op.Opaque(target, arguments, frame.site()));
    }
    if (target != Op.NONE) {
      frame.stack.push(new Value(target, result.getSize() == 2));
    }
  }

  private void closure(
      InvokeDynamicInsnNode node, int target, List<Integer> captures, String functional) {
    if (node.bsmArgs.length < 2 || !(node.bsmArgs[1] instanceof Handle handle)) {
      frame.emit(new Op.Opaque(target, captures, frame.site()));
      return;
    }
    MethodRef body = members.method(handle.getOwner(), handle.getName(), handle.getDesc());
    MethodView view = members.resolve(body);
    boolean lambda =
        body.owner().equals(frame.code.owner)
            && (view == null
                ? body.name().startsWith("lambda$")
                : (view.access() & Opcodes.ACC_SYNTHETIC) != 0);
    Op.Dispatch dispatch = dispatch(handle.getTag(), lambda || view != null && view.isPrivate());
    frame.emit(new Op.Closure(target, body, !lambda, dispatch, captures, functional, frame.site()));
  }

  private static Op.Dispatch dispatch(int tag, boolean special) {
    return switch (tag) {
      case Opcodes.H_INVOKESTATIC -> Op.Dispatch.STATIC;
      case Opcodes.H_INVOKEINTERFACE -> special ? Op.Dispatch.SPECIAL : Op.Dispatch.INTERFACE;
      case Opcodes.H_INVOKEVIRTUAL -> special ? Op.Dispatch.SPECIAL : Op.Dispatch.VIRTUAL;
      default -> Op.Dispatch.SPECIAL;
    };
  }

  /** Arguments and constant parts of a concatenation, in order. */
  private List<Integer> parts(InvokeDynamicInsnNode node, List<Integer> arguments) {
    if (node.bsmArgs.length == 0 || !(node.bsmArgs[0] instanceof String recipe)) {
      return arguments;
    }
    List<Integer> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int argument = 0;
    int constant = 1;
    for (char c : recipe.toCharArray()) {
      if (c == CONSTANT) {
        literal.append(node.bsmArgs[constant++]);
      } else if (c == ARGUMENT) {
        literal(literal, parts);
        parts.add(arguments.get(argument++));
      } else {
        literal.append(c);
      }
    }
    literal(literal, parts);
    return parts;
  }

  private void literal(StringBuilder literal, List<Integer> parts) {
    if (literal.length() > 0) {
      int register = frame.draft.temporary("java.lang.String");
      parts.add(register);
      frame.emit(
          new Op.Const(register, literal.toString(), frame.places.beside(frame.at, parts.size())));
      literal.setLength(0);
    }
  }
}

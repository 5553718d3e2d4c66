package dev.holdfast.analysis.bytecode;

import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** The instructions of one method, numbered, with their lines, offsets and local variables. */
final class Code {
  final String owner;
  final MethodNode method;
  final AbstractInsnNode[] instructions;
  private final int[] numbers;
  private final int[] lines;
  private final int[] offsets;

  /**
   * @param owner binary name of the class
   * @param offsets bytecode offset of each instruction
   */
  Code(String owner, MethodNode method, int[] offsets) {
    this.owner = owner;
    this.method = method;
    this.offsets = offsets;
    this.instructions = new AbstractInsnNode[offsets.length];
    this.lines = new int[offsets.length];
    this.numbers = new int[method.instructions.size()];
    check(Wellformed.method(method.name, method.desc));
    number();
  }

  private static void check(boolean wellformed) {
    if (!wellformed) {
      throw new Unlowerable("forged descriptor");
    }
  }

  private static void check(AbstractInsnNode node) {
    if (node instanceof MethodInsnNode call) {
      check(Wellformed.method(call.name, call.desc));
    } else if (node instanceof InvokeDynamicInsnNode dynamic) {
      check(Wellformed.method(dynamic.name, dynamic.desc));
      for (Object argument : dynamic.bsmArgs) {
        if (argument instanceof Handle handle && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
          check(Wellformed.method(handle.getName(), handle.getDesc()));
        }
      }
    } else if (node instanceof FieldInsnNode field) {
      check(Wellformed.field(field.name, field.desc));
    }
  }

  private void number() {
    int next = 0;
    int line = 0;
    for (AbstractInsnNode node = method.instructions.getFirst();
        node != null;
        node = node.getNext()) {
      numbers[method.instructions.indexOf(node)] = next;
      if (node instanceof LineNumberNode entry) {
        line = entry.line;
      } else if (node.getOpcode() >= 0) {
        if (next == instructions.length) {
          throw new Unlowerable("inconsistent code");
        }
        check(node);
        lines[next] = line;
        instructions[next++] = node;
      }
    }
    if (next != instructions.length) {
      throw new Unlowerable("inconsistent code");
    }
  }

  int size() {
    return instructions.length;
  }

  /** Number of the first instruction at or after a label. */
  int at(LabelNode label) {
    return numbers[method.instructions.indexOf(label)];
  }

  /** Source line of an instruction, 0 where unknown. */
  int line(int instruction) {
    return lines[instruction];
  }

  int offset(int instruction) {
    return offsets[instruction];
  }

  int opcode(int instruction) {
    return instruction >= 0 && instruction < instructions.length
        ? instructions[instruction].getOpcode()
        : -1;
  }

  /** The slot a reference is loaded from, or -1 for any other instruction. */
  int slotLoaded(int instruction) {
    return slot(instruction, Opcodes.ALOAD);
  }

  /** The slot a reference is stored in, or -1 for any other instruction. */
  int slotStored(int instruction) {
    return slot(instruction, Opcodes.ASTORE);
  }

  private int slot(int instruction, int opcode) {
    return opcode(instruction) == opcode ? ((VarInsnNode) instructions[instruction]).var : -1;
  }

  boolean hasVariables() {
    return method.localVariables != null && !method.localVariables.isEmpty();
  }

  /** The variable that lives in a slot when an instruction starts, or null. */
  LocalVariableNode variable(int slot, int instruction) {
    List<LocalVariableNode> variables = method.localVariables;
    if (variables == null) {
      return null;
    }
    for (LocalVariableNode variable : variables) {
      if (variable.index == slot
          && at(variable.start) <= instruction
          && instruction < at(variable.end)) {
        return variable;
      }
    }
    return null;
  }
}

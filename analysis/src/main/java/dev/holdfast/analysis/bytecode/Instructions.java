package dev.holdfast.analysis.bytecode;

import static org.objectweb.asm.Opcodes.*;

import dev.holdfast.analysis.bytecode.Entry.Computed;
import dev.holdfast.analysis.bytecode.Entry.Constant;
import dev.holdfast.analysis.bytecode.Entry.Fresh;
import dev.holdfast.analysis.bytecode.Entry.TypeTest;
import dev.holdfast.analysis.bytecode.Entry.Value;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.Op;
import java.util.List;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Carries out instructions on the symbolic stack, emitting ops where the IR has any. */
final class Instructions {
  private static final String[] NUMBERS = {"int", "long", "float", "double"};

  private final Frame frame;
  private final Members members;
  private final Calls calls;
  private final Dynamic dynamic;
  private final Jumps jumps;

  Instructions(Frame frame, Members members, Calls calls, Jumps jumps) {
    this.frame = frame;
    this.members = members;
    this.calls = calls;
    this.dynamic = new Dynamic(frame, members, calls);
    this.jumps = jumps;
  }

  /** Lowers everything that can be reached from the entry. */
  void run() {
    for (CodeBlock block = frame.next(); block != null; block = frame.next()) {
      for (int i = block.start; i < block.end; i++) {
        frame.at = i;
        step(frame.code.instructions[i]);
      }
      AbstractInsnNode last = frame.code.instructions[block.end - 1];
      if (ControlFlow.targets(last).isEmpty() && !ControlFlow.endsFlow(last.getOpcode())) {
        jumps.fall(block.end);
      }
    }
  }

  private void step(AbstractInsnNode node) {
    int opcode = node.getOpcode();
    if (opcode <= LDC) {
      constant(node, opcode);
    } else if (opcode <= SALOAD) {
      load(node, opcode);
    } else if (opcode <= SASTORE) {
      store(node, opcode);
    } else if (opcode <= SWAP) {
      shuffle(opcode);
    } else if (opcode <= DCMPG) {
      compute(node, opcode);
    } else if (opcode <= LOOKUPSWITCH || opcode == IFNULL || opcode == IFNONNULL) {
      jumps.jump(node);
    } else if (opcode <= RETURN) {
      giveBack(opcode);
    } else {
      object(node, opcode);
    }
  }

  private void constant(AbstractInsnNode node, int opcode) {
    Object value = null;
    if (opcode >= ICONST_M1 && opcode <= ICONST_5) {
      value = opcode - ICONST_0;
    } else if (opcode == LCONST_0 || opcode == LCONST_1) {
      value = (long) (opcode - LCONST_0);
    } else if (opcode >= FCONST_0 && opcode <= FCONST_2) {
      value = (float) (opcode - FCONST_0);
    } else if (opcode == DCONST_0 || opcode == DCONST_1) {
      value = (double) (opcode - DCONST_0);
    } else if (node instanceof IntInsnNode number) {
      value = number.operand;
    } else if (node instanceof LdcInsnNode load) {
      value = load.cst;
    } else if (opcode == NOP) {
      return;
    }
    push(value);
  }

  private void push(Object value) {
    if (value instanceof Type type && type.getSort() != Type.METHOD) {
      push(new Op.TypeConstant(members.typeName(type.getInternalName())));
    } else if (value == null
        || value instanceof Number
        || value instanceof String
        || value instanceof Op.TypeConstant) {
      boolean wide = value instanceof Long || value instanceof Double;
      frame.stack.push(new Constant(value, wide, frame.at));
    } else {
      boolean wide =
          value instanceof org.objectweb.asm.ConstantDynamic dynamicValue
              && dynamicValue.getSize() == 2;
      frame.stack.push(new Computed(List.of(), null, wide, frame.at));
    }
  }

  private void load(AbstractInsnNode node, int opcode) {
    if (node instanceof VarInsnNode variable) {
      boolean wide = opcode == LLOAD || opcode == DLOAD;
      frame.stack.push(new Value(variable.var, wide));
      return;
    }
    frame.stack.pop();
    int array = frame.use(frame.stack.pop(), null);
    if (opcode == AALOAD) {
      int target = frame.draft.temporary(Types.component(frame.type(array)));
      frame.emit(new Op.ArrayLoad(target, array, frame.site()));
      frame.stack.push(new Value(target, false));
    } else {
      boolean wide = opcode == LALOAD || opcode == DALOAD;
      String type = opcode <= DALOAD ? NUMBERS[opcode - IALOAD] : null;
      frame.stack.push(new Computed(List.of(array), type, wide, frame.at));
    }
  }

  private void store(AbstractInsnNode node, int opcode) {
    Entry value = frame.settle(frame.stack.pop());
    if (node instanceof VarInsnNode variable) {
      frame.spill(variable.var);
      frame.assign(variable.var, value, frame.code.variable(variable.var, frame.at + 1));
      return;
    }
    frame.stack.pop();
    Entry array = frame.stack.pop();
    // Elements of primitive arrays hold nothing the analyses follow.
    if (opcode == AASTORE) {
      int register = frame.use(array, null);
      frame.emit(new Op.ArrayStore(register, frame.use(value, null), frame.site()));
    }
  }

  private void shuffle(int opcode) {
    OperandStack stack = frame.stack;
    switch (opcode) {
      case POP -> stack.popWords(1);
      case POP2 -> stack.popWords(2);
      case DUP -> stack.duplicate(1, 0, frame::settle);
      case DUP_X1 -> stack.duplicate(1, 1, frame::settle);
      case DUP_X2 -> stack.duplicate(1, 2, frame::settle);
      case DUP2 -> stack.duplicate(2, 0, frame::settle);
      case DUP2_X1 -> stack.duplicate(2, 1, frame::settle);
      case DUP2_X2 -> stack.duplicate(2, 2, frame::settle);
      default -> {
        Entry top = stack.pop();
        Entry below = stack.pop();
        stack.push(top);
        stack.push(below);
      }
    }
  }

  private void compute(AbstractInsnNode node, int opcode) {
    if (node instanceof IincInsnNode increment) {
      frame.spill(increment.var);
      Entry next = new Computed(List.of(increment.var), "int", false, frame.at);
      frame.assign(increment.var, next, frame.code.variable(increment.var, frame.at));
      return;
    }
    boolean unary = opcode >= INEG && opcode <= DNEG || opcode >= I2L && opcode <= I2S;
    Entry right = unary ? null : frame.stack.pop();
    Entry left = frame.stack.pop();
    String type = arithmeticType(opcode);
    boolean wide = "long".equals(type) || "double".equals(type);
    List<Integer> operands = unary ? Frame.operands(left) : Frame.operands(left, right);
    frame.stack.push(new Computed(operands, type, wide, frame.at));
  }

  /** Type of an arithmetic result; null where it may as well be a boolean. */
  private static String arithmeticType(int opcode) {
    if (opcode <= DNEG) {
      return NUMBERS[(opcode - IADD) % NUMBERS.length];
    }
    if (opcode <= LXOR) {
      boolean isLong = (opcode - ISHL) % 2 == 1;
      return isLong ? "long" : opcode < IAND ? "int" : null;
    }
    return switch (opcode) {
      case I2L, F2L, D2L -> "long";
      case I2F, L2F, D2F -> "float";
      case I2D, L2D, F2D -> "double";
      default -> "int";
    };
  }

  private void giveBack(int opcode) {
    int source = Op.NONE;
    if (opcode != RETURN) {
      String descriptor = Type.getReturnType(frame.code.method.desc).getDescriptor();
      source = frame.use(frame.stack.pop(), descriptor);
    }
    frame.emit(new Op.Return(source, frame.site()));
    frame.edge(Edge.go(Body.EXIT));
  }

  private void object(AbstractInsnNode node, int opcode) {
    if (node instanceof FieldInsnNode field) {
      field(field, opcode);
    } else if (node instanceof MethodInsnNode call) {
      calls.invoke(call);
    } else if (node instanceof InvokeDynamicInsnNode call) {
      dynamic.invoke(call);
    } else if (opcode == NEW) {
      String type = members.typeName(((TypeInsnNode) node).desc);
      frame.stack.push(new Fresh(type, frame.at));
    } else if (opcode == NEWARRAY) {
      frame.stack.pop();
      newArray(primitive(((IntInsnNode) node).operand));
    } else if (opcode == ANEWARRAY) {
      frame.stack.pop();
      newArray(members.typeName(((TypeInsnNode) node).desc));
    } else if (node instanceof MultiANewArrayInsnNode array) {
      calls.pop(array.dims);
      newArray(Types.component(members.typeName(array.desc)));
    } else if (opcode == ARRAYLENGTH) {
      Entry array = frame.settle(frame.stack.pop());
      frame.stack.push(new Computed(Frame.operands(array), "int", false, frame.at));
    } else if (opcode == ATHROW) {
      frame.emitThrow(frame.use(frame.stack.pop(), null));
    } else if (opcode == CHECKCAST) {
      cast(members.typeName(((TypeInsnNode) node).desc));
    } else if (opcode == INSTANCEOF) {
      int tested = frame.use(frame.stack.pop(), null);
      String type = members.typeName(((TypeInsnNode) node).desc);
      frame.stack.push(new TypeTest(tested, type, frame.at));
    } else if (opcode == MONITORENTER || opcode == MONITOREXIT) {
      int lock = frame.use(frame.stack.pop(), null);
      frame.emit(new Op.Monitor(opcode == MONITORENTER, lock, frame.site()));
    } else {
      throw new Unlowerable("unknown instruction " + opcode);
    }
  }

  private void cast(String type) {
    Entry value = frame.settle(frame.stack.pop());
    if (value instanceof Constant) {
      frame.stack.push(value);
      return;
    }
    int source = frame.use(value, null);
    frame.draft.cast(source, type);
    int target = frame.draft.temporary(type);
    frame.emit(new Op.Cast(target, type, source, frame.site()));
    frame.stack.push(new Value(target, false));
  }

  private void newArray(String elementType) {
    if (elementType == null) {
      throw new Unlowerable("array of no type");
    }
    int target = frame.draft.temporary(elementType + "[]");
    frame.emit(new Op.NewArray(target, elementType, frame.site()));
    frame.stack.push(new Value(target, false));
  }

  private static String primitive(int code) {
    return switch (code) {
      case T_BOOLEAN -> "boolean";
      case T_CHAR -> "char";
      case T_FLOAT -> "float";
      case T_DOUBLE -> "double";
      case T_BYTE -> "byte";
      case T_SHORT -> "short";
      case T_INT -> "int";
      default -> "long";
    };
  }

  private void field(FieldInsnNode node, int opcode) {
    boolean isStatic = opcode == GETSTATIC || opcode == PUTSTATIC;
    boolean wide = node.desc.equals("J") || node.desc.equals("D");
    if (opcode == GETSTATIC && node.name.equals("$assertionsDisabled")) {
      // Assertions are off, as in production.
      push(1);
      return;
    }
    if (opcode == GETSTATIC && node.name.equals("TYPE") && isPrimitiveClass(node)) {
      String box = node.owner.substring(node.owner.lastIndexOf('/') + 1);
      push(new Op.TypeConstant(unboxed(box)));
      return;
    }
    FieldRef field = members.field(node, isStatic);
    if (opcode == GETSTATIC || opcode == GETFIELD) {
      int object = isStatic ? Op.NONE : frame.use(frame.stack.pop(), null);
      int target = frame.draft.temporary(members.type(field));
      frame.emit(new Op.GetField(target, object, field, frame.site()));
      frame.stack.push(new Value(target, wide));
    } else {
      Entry value = frame.stack.pop();
      int object = isStatic ? Op.NONE : frame.use(frame.stack.pop(), null);
      int source = frame.use(value, node.desc);
      frame.emit(new Op.PutField(object, field, source, frame.site()));
    }
  }

  /** {@code int.class} is compiled to a read of {@code Integer.TYPE}. */
  private static boolean isPrimitiveClass(FieldInsnNode node) {
    return node.desc.equals("Ljava/lang/Class;") && node.owner.startsWith("java/lang/");
  }

  private static String unboxed(String box) {
    return switch (box) {
      case "Integer" -> "int";
      case "Character" -> "char";
      default -> box.toLowerCase(java.util.Locale.ROOT);
    };
  }
}

package dev.holdfast.analysis.bytecode;

import static org.objectweb.asm.Opcodes.*;

import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Site;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * What a compiler put into the code of a method that its source does not say, recognised by the
 * shapes that javac and ecj write. What is not recognised passes for written.
 */
final class Artefacts {
  private static final String MATCH_EXCEPTION = "java/lang/MatchException";

  private final Code code;
  private final Map<Integer, Integer> closes = new HashMap<>();
  private final BitSet iteration = new BitSet();
  private final BitSet implicit = new BitSet();
  private final BitSet nullChecks = new BitSet();

  Artefacts(Code code) {
    this.code = code;
    for (int i = 0; i < code.size(); i++) {
      if (code.instructions[i] instanceof MethodInsnNode call) {
        look(i, call);
      }
    }
    for (TryCatchBlockNode row : code.method.tryCatchBlocks) {
      if (isPatternGuard(row)) {
        implicit.set(code.at(row.start), Math.max(code.at(row.start), code.at(row.end)));
      }
    }
    new ImplicitCloses(code, closes).find();
  }

  Site.Role role(int instruction) {
    if (closes.containsKey(instruction)) {
      return Site.Role.IMPLICIT_CLOSE;
    }
    if (iteration.get(instruction)) {
      return Site.Role.ITERATION;
    }
    return implicit.get(instruction) ? Site.Role.IMPLICIT : Site.Role.EXPRESSION;
  }

  /** For an implicit close, the instruction that stored the resource. */
  int resource(int close) {
    return closes.get(close);
  }

  /** A call the compiler made only to raise a null pointer early; its result is nullChecks. */
  boolean isNullCheck(int instruction) {
    return nullChecks.get(instruction);
  }

  /**
   * Whether the compiler put code here that says "cannot happen": the branch of an exhaustive
   * switch for a case that was not there when it was compiled (JLS 15.28.2).
   */
  boolean isImpossible(int i) {
    int call = isNew(i, MATCH_EXCEPTION) ? i + 4 : i + 2;
    return (isNew(i, MATCH_EXCEPTION) && code.opcode(i + 2) == ACONST_NULL
            || isNew(i, "java/lang/IncompatibleClassChangeError"))
        && code.opcode(call) == INVOKESPECIAL
        && code.opcode(call + 1) == ATHROW;
  }

  /** Whether a handler wraps what a record accessor raises while a pattern is matched. */
  boolean isPatternGuard(TryCatchBlockNode row) {
    int handler = code.at(row.handler);
    return code.slotStored(handler) >= 0 && isNew(handler + 1, MATCH_EXCEPTION);
  }

  private boolean isNew(int i, String type) {
    return code.opcode(i) == NEW && ((TypeInsnNode) code.instructions[i]).desc.equals(type);
  }

  private void look(int i, MethodInsnNode call) {
    switch (call.name) {
      case "requireNonNull", "getClass" -> nullCheck(i, call);
      case "valueOf" -> boxing(i, call);
      case "hashCode" -> stringSwitch(i, call);
      case "ordinal" -> {
        // X$1.$SwitchMap$X[x.ordinal()], or x.ordinal() where the enum is compiled along
        if (isSwitch(code.opcode(i + 1) == IALOAD ? i + 2 : i + 1)) {
          implicit.set(i);
        }
      }
      case "iterator" -> enhancedFor(i, call);
      case "desiredAssertionStatus" -> {
        if (code.method.name.equals("<clinit>")) {
          implicit.set(i);
        }
      }
      default -> {
        if (call.name.startsWith("$SWITCH_TABLE$")) {
          implicit.set(i);
        } else if (call.name.endsWith("Value")) {
          boxing(i, call);
        }
      }
    }
  }

  private void nullCheck(int i, MethodInsnNode call) {
    boolean known =
        call.owner.equals("java/util/Objects") && call.desc.startsWith("(Ljava/lang/Object;)")
            || call.desc.equals("()Ljava/lang/Class;");
    if (known && code.opcode(i - 1) == DUP && code.opcode(i + 1) == POP) {
      nullChecks.set(i);
    }
  }

  private void boxing(int i, MethodInsnNode call) {
    if (NoThrow.isBoxing(new MethodRef(call.owner.replace('/', '.'), call.name, call.desc))) {
      implicit.set(i);
    }
  }

  private boolean isSwitch(int i) {
    return code.opcode(i) == TABLESWITCH || code.opcode(i) == LOOKUPSWITCH;
  }

  /** A switch on the hash code, then equals for each string of a bucket. */
  private void stringSwitch(int i, MethodInsnNode call) {
    if (call.owner.equals("java/lang/String") && isSwitch(i + 1)) {
      implicit.set(i);
      for (LabelNode label : ControlFlow.targets(code.instructions[i + 1])) {
        int at = code.at(label);
        while (isCaseTest(at)) {
          implicit.set(at + 2);
          JumpInsnNode jump = (JumpInsnNode) code.instructions[at + 3];
          at = jump.getOpcode() == IFNE ? at + 4 : code.at(jump.label);
        }
      }
    }
  }

  private boolean isCaseTest(int i) {
    boolean shape =
        code.opcode(i) == ALOAD
            && code.opcode(i + 1) == LDC
            && code.opcode(i + 2) == INVOKEVIRTUAL
            && (code.opcode(i + 3) == IFEQ || code.opcode(i + 3) == IFNE);
    return shape && isCall(i + 2, "equals", "(Ljava/lang/Object;)Z") && !implicit.get(i + 2);
  }

  private boolean isCall(int i, String name, String descriptor) {
    AbstractInsnNode node = i < code.size() ? code.instructions[i] : null;
    return node instanceof MethodInsnNode call
        && call.name.equals(name)
        && call.desc.equals(descriptor);
  }

  /** The iterator lives in a variable that has no name, or on the line of the loop head alone. */
  private void enhancedFor(int i, MethodInsnNode call) {
    int slot = code.slotStored(i + 1);
    if (!call.desc.equals("()Ljava/util/Iterator;")
        || slot < 0
        || code.hasVariables() && code.variable(slot, i + 2) != null) {
      return;
    }
    BitSet calls = new BitSet();
    calls.set(i);
    boolean sameLine = true;
    for (int at = i + 2; at + 1 < code.size() && code.slotStored(at) != slot; at++) {
      boolean steps =
          isCall(at + 1, "hasNext", "()Z") || isCall(at + 1, "next", "()Ljava/lang/Object;");
      if (code.slotLoaded(at) == slot && steps) {
        calls.set(at + 1);
        sameLine &= code.line(at + 1) == code.line(i);
      }
    }
    if (code.hasVariables() || sameLine) {
      iteration.or(calls);
    }
  }
}

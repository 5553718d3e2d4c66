package dev.holdfast.analysis.bytecode;

import static org.objectweb.asm.Opcodes.*;

import dev.holdfast.analysis.bytecode.Entry.Constant;
import dev.holdfast.analysis.bytecode.Entry.TypeTest;
import dev.holdfast.analysis.bytecode.Entry.Value;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Edge.Test;
import dev.holdfast.analysis.ir.Edge.Test.Is;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Lowers jumps: tests against null and constants become conditions of edges. */
final class Jumps {
  private final Frame frame;
  private final Artefacts artefacts;

  Jumps(Frame frame, Artefacts artefacts) {
    this.frame = frame;
    this.artefacts = artefacts;
  }

  /** Goes on with the next instruction. */
  void fall(int next) {
    leave(Map.of(frame.flow.startingAt(next), List.of()));
  }

  void jump(AbstractInsnNode node) {
    switch (node.getOpcode()) {
      case GOTO -> leave(Map.of(frame.flow.at(((JumpInsnNode) node).label), List.of()));
      case TABLESWITCH, LOOKUPSWITCH -> choose(node, frame.settle(frame.stack.pop()));
      case JSR, RET -> throw new Unlowerable("jsr");
      default -> branch((JumpInsnNode) node);
    }
  }

  /** A case is a test, unless it goes where every other value goes as well. */
  private void choose(AbstractInsnNode node, Entry selector) {
    Map<CodeBlock, List<Test>> targets = new LinkedHashMap<>();
    List<LabelNode> labels = ControlFlow.targets(node);
    CodeBlock otherwise = frame.flow.at(labels.remove(labels.size() - 1));
    boolean written = selector instanceof Value && !isMadeUp(frame.code.instructions[frame.at - 1]);
    int register = written ? frame.condition((Value) selector) : Op.NONE;
    for (int i = 0; i < labels.size(); i++) {
      CodeBlock target = frame.flow.at(labels.get(i));
      List<Test> tests = targets.computeIfAbsent(target, key -> new ArrayList<>());
      if (register >= 0 && target != otherwise) {
        tests.add(new Test(Is.EQUAL, register, null, number(node, i)));
      }
    }
    targets.putIfAbsent(otherwise, List.of());
    leave(targets);
  }

  /** The number of a string or an enum constant, by which compilers choose. */
  private boolean isMadeUp(AbstractInsnNode selector) {
    return selector instanceof MethodInsnNode call
            && artefacts.role(frame.at - 1) == Site.Role.IMPLICIT
            && !call.name.endsWith("Value")
        || selector instanceof VarInsnNode load
            && frame.code.hasVariables()
            && frame.code.variable(load.var, frame.at) == null;
  }

  private static int number(AbstractInsnNode node, int label) {
    return node instanceof TableSwitchInsnNode table
        ? table.min + label
        : ((LookupSwitchInsnNode) node).keys.get(label);
  }

  private void branch(JumpInsnNode node) {
    int opcode = node.getOpcode();
    boolean ofTwo = opcode >= IF_ICMPEQ && opcode <= IF_ACMPNE;
    Entry right = ofTwo ? frame.settle(frame.stack.pop()) : null;
    Entry tested = frame.settle(frame.stack.pop());
    CodeBlock target = frame.flow.at(node.label);
    CodeBlock next = frame.flow.startingAt(frame.at + 1);
    boolean ofNull = opcode == IFNULL || opcode == IFNONNULL;
    if (target == next) {
      leave(Map.of(next, List.of()));
    } else if (!ofTwo && tested instanceof Constant constant && (ofNull || opcode <= IFNE)) {
      boolean isZero = constant.value() == null || Integer.valueOf(0).equals(constant.value());
      boolean jumps = isZero == (opcode == IFEQ || opcode == IFNULL);
      leave(Map.of(jumps ? target : next, List.of()));
    } else {
      Test test =
          !ofTwo && tested instanceof TypeTest type && opcode <= IFNE
              ? instance(type, opcode)
              : right instanceof Value && tested instanceof Constant
                  ? compare(mirrored(opcode), right, tested)
                  : compare(opcode, tested, right);
      leave(target, test, next, test == null ? null : test.opposite());
    }
  }

  private Test instance(TypeTest test, int opcode) {
    int register = frame.condition(new Value(test.register(), false));
    return new Test(opcode == IFEQ ? Is.NOT_INSTANCE : Is.INSTANCE, register, test.type());
  }

  /** What holds where a comparison of a register with a constant jumps; null where that is none. */
  private Test compare(int opcode, Entry left, Entry right) {
    Object constant = right == null ? Integer.valueOf(0) : right;
    if (right instanceof Constant operand) {
      constant = operand.value();
    }
    boolean ofNull = constant == null || opcode == IFNULL || opcode == IFNONNULL;
    if (!(left instanceof Value value) || !ofNull && !(constant instanceof Integer)) {
      return null;
    }
    int register = frame.condition(value);
    int number = ofNull ? 0 : (Integer) constant;
    return switch (opcode) {
      case IFNULL, IF_ACMPEQ -> new Test(Is.NULL, register, null);
      case IFNONNULL, IF_ACMPNE -> new Test(Is.NONNULL, register, null);
      case IFEQ -> new Test(Is.FALSE, register, null);
      case IFNE -> new Test(Is.TRUE, register, null);
      case IF_ICMPEQ -> new Test(Is.EQUAL, register, null, number);
      case IF_ICMPNE -> new Test(Is.NOT_EQUAL, register, null, number);
      case IFLT, IF_ICMPLT -> new Test(Is.LESS, register, null, number);
      case IFGE, IF_ICMPGE -> new Test(Is.AT_LEAST, register, null, number);
      case IFGT, IF_ICMPGT -> Test.above(register, number);
      default -> Test.notAbove(register, number);
    };
  }

  /** The comparison with its operands exchanged. */
  private static int mirrored(int opcode) {
    return switch (opcode) {
      case IF_ICMPLT -> IF_ICMPGT;
      case IF_ICMPGT -> IF_ICMPLT;
      case IF_ICMPLE -> IF_ICMPGE;
      case IF_ICMPGE -> IF_ICMPLE;
      default -> opcode;
    };
  }

  private void leave(CodeBlock target, Test jumps, CodeBlock next, Test goesOn) {
    Map<CodeBlock, List<Test>> targets = new LinkedHashMap<>();
    targets.put(target, jumps == null ? List.of() : List.of(jumps));
    targets.put(next, goesOn == null ? List.of() : List.of(goesOn));
    leave(targets);
  }

  /** Leaves for blocks, each by its tests or, where there are none, without any. */
  private void leave(Map<CodeBlock, List<Test>> targets) {
    List<CodeBlock> possible = new ArrayList<>(targets.keySet());
    if (targets.size() > 1) {
      possible.removeIf(target -> artefacts.isImpossible(target.start));
    }
    frame.leaveTo(possible);
    for (CodeBlock target : possible) {
      List<Test> tests = targets.get(target);
      for (Test test : tests.isEmpty() ? Collections.<Test>singletonList(null) : tests) {
        frame.edge(new Edge(Edge.Kind.GOTO, target.first.index, null, false, test));
      }
    }
  }
}

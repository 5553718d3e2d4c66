package dev.holdfast.analysis.bytecode;

import static org.objectweb.asm.Opcodes.*;

import dev.holdfast.analysis.bytecode.Entry.Constant;
import dev.holdfast.analysis.bytecode.Entry.TypeTest;
import dev.holdfast.analysis.bytecode.Entry.Value;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Edge.Test;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;

/** Lowers jumps: null, boolean and type tests become conditions of edges. */
final class Jumps {
  private final Frame frame;
  private final Artefacts artefacts;

  Jumps(Frame frame, Artefacts artefacts) {
    this.frame = frame;
    this.artefacts = artefacts;
  }

  /** Goes on with the next instruction. */
  void fall(int next) {
    leave(List.of(frame.flow.startingAt(next)), null, null);
  }

  void jump(AbstractInsnNode node) {
    switch (node.getOpcode()) {
      case GOTO -> leave(List.of(frame.flow.at(((JumpInsnNode) node).label)), null, null);
      case TABLESWITCH, LOOKUPSWITCH -> {
        frame.stack.pop();
        List<CodeBlock> targets = new ArrayList<>();
        for (LabelNode label : ControlFlow.targets(node)) {
          if (!targets.contains(frame.flow.at(label))) {
            targets.add(frame.flow.at(label));
          }
        }
        leave(targets, null, null);
      }
      case JSR, RET -> throw new Unlowerable("jsr");
      default -> branch((JumpInsnNode) node);
    }
  }

  private void branch(JumpInsnNode node) {
    int opcode = node.getOpcode();
    if (opcode >= IF_ICMPEQ && opcode <= IF_ACMPNE) {
      frame.stack.pop();
    }
    Entry tested = frame.settle(frame.stack.pop());
    CodeBlock target = frame.flow.at(node.label);
    CodeBlock next = frame.flow.startingAt(frame.at + 1);
    boolean ofZero = opcode == IFEQ || opcode == IFNE;
    boolean ofNull = opcode == IFNULL || opcode == IFNONNULL;
    if (target == next || !ofZero && !ofNull) {
      leave(target == next ? List.of(next) : List.of(target, next), null, null);
    } else if (tested instanceof Constant constant) {
      boolean isZero = constant.value() == null || Integer.valueOf(0).equals(constant.value());
      boolean jumps = isZero == (opcode == IFEQ || opcode == IFNULL);
      leave(List.of(jumps ? target : next), null, null);
    } else if (ofZero && tested instanceof TypeTest test) {
      int register = frame.condition(new Value(test.register(), false));
      Test is = new Test(Test.Is.INSTANCE, register, test.type());
      Test not = new Test(Test.Is.NOT_INSTANCE, register, test.type());
      leave(List.of(target, next), opcode == IFEQ ? not : is, opcode == IFEQ ? is : not);
    } else if (tested instanceof Value value) {
      int register = frame.condition(value);
      Test zero = new Test(ofZero ? Test.Is.FALSE : Test.Is.NULL, register, null);
      Test other = new Test(ofZero ? Test.Is.TRUE : Test.Is.NONNULL, register, null);
      boolean onZero = opcode == IFEQ || opcode == IFNULL;
      leave(List.of(target, next), onZero ? zero : other, onZero ? other : zero);
    } else {
      leave(List.of(target, next), null, null);
    }
  }

  private void leave(List<CodeBlock> targets, Test ofFirst, Test ofSecond) {
    List<CodeBlock> possible = new ArrayList<>(targets);
    if (targets.size() > 1) {
      possible.removeIf(target -> artefacts.isImpossible(target.start));
    }
    frame.leaveTo(possible);
    for (CodeBlock target : possible) {
      Test test = target == targets.get(0) ? ofFirst : ofSecond;
      frame.edge(new Edge(Edge.Kind.GOTO, target.first.index, null, false, test));
    }
  }
}

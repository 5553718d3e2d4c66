package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.tree.LocalVariableNode;

/**
 * A body under construction. Registers are local slots, then stack slots, then temporaries; edges
 * name other drafts by their index.
 */
final class Draft {
  final List<Block> blocks = new ArrayList<>();

  /** Registers below this one may have several definitions: local and stack slots. */
  final int slots;

  private final List<String> temporaries = new ArrayList<>();
  private final BitSet variables = new BitSet();

  Draft(int slots) {
    this.slots = slots;
  }

  /**
   * An op with what is known of the value it defines.
   *
   * @param variable the local variable assigned, or null where debug information does not tell
   * @param type its static type, or null
   */
  record Step(Op op, LocalVariableNode variable, String type) {}

  /** A block under construction. */
  static final class Block {
    final int index;
    final CodeBlock code;
    final List<Step> steps = new ArrayList<>();
    final List<Edge> edges = new ArrayList<>();

    Block(int index, CodeBlock code) {
      this.index = index;
      this.code = code;
    }

    /** Whether it ends by a throw, whose edges are decided when all else is known. */
    boolean isThrowing() {
      return !steps.isEmpty() && steps.get(steps.size() - 1).op() instanceof Op.Throw;
    }
  }

  Block block(CodeBlock code) {
    Block block = new Block(blocks.size(), code);
    blocks.add(block);
    return block;
  }

  int temporary(String type) {
    temporaries.add(type);
    return slots + temporaries.size() - 1;
  }

  /** A temporary whose type is a type variable: its first cast tells what that stands for. */
  int variable(String bound) {
    int register = temporary(bound);
    variables.set(register);
    return register;
  }

  /** Takes the type of a cast for what the type variable stands for, once. */
  void cast(int register, String type) {
    if (variables.get(register)) {
      variables.clear(register);
      temporaries.set(register - slots, type);
    }
  }

  int registers() {
    return slots + temporaries.size();
  }

  /** Static type of a temporary, or null. */
  String type(int register) {
    return register < slots ? null : temporaries.get(register - slots);
  }
}

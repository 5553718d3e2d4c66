package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.bytecode.CodeBlock.Guard;
import dev.holdfast.analysis.bytecode.CodeBlock.Landing;
import dev.holdfast.analysis.world.Hierarchy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Cuts code into blocks at jumps, jump targets and both ends of each guarded range. */
final class ControlFlow {
  static final String THROWABLE = "java.lang.Throwable";

  private final Code code;
  private final Hierarchy hierarchy;
  private final Map<Integer, Landing> landings = new LinkedHashMap<>();
  private final List<CodeBlock> blocks = new ArrayList<>();
  private final CodeBlock[] byInstruction;

  ControlFlow(Code code, Artefacts artefacts, Hierarchy hierarchy) {
    this.code = code;
    this.hierarchy = hierarchy;
    this.byInstruction = new CodeBlock[code.size() + 1];
    BitSet leaders = leaders();
    List<Guarded> ranges = ranges(artefacts);
    Map<List<Guard>, List<Guard>> shared = new HashMap<>();
    for (int start = 0; start < code.size(); ) {
      int end = leaders.nextSetBit(start + 1);
      end = end < 0 || end > code.size() ? code.size() : end;
      List<Guard> guards = new ArrayList<>();
      for (Guarded range : ranges) {
        if (range.start <= start && start < range.end) {
          guards.add(range.guard);
        }
      }
      CodeBlock block =
          new CodeBlock(blocks.size(), start, end, shared.computeIfAbsent(guards, List::copyOf));
      blocks.add(block);
      byInstruction[start] = block;
      start = end;
    }
    for (Landing landing : landings.values()) {
      landing.block = startingAt(landing.instruction);
      landing.block.predecessors++;
    }
    for (CodeBlock block : blocks) {
      for (int successor : successors(block)) {
        startingAt(successor).predecessors++;
      }
    }
    blocks.get(0).predecessors++;
  }

  private record Guarded(int start, int end, Guard guard) {}

  List<CodeBlock> blocks() {
    return blocks;
  }

  Iterable<Landing> landings() {
    return landings.values();
  }

  /** The block that begins with this instruction. */
  CodeBlock startingAt(int instruction) {
    CodeBlock block = byInstruction[instruction];
    if (block == null) {
      throw new Unlowerable("code runs off its end");
    }
    return block;
  }

  CodeBlock at(LabelNode label) {
    return startingAt(code.at(label));
  }

  private List<Guarded> ranges(Artefacts artefacts) {
    List<Guarded> ranges = new ArrayList<>();
    for (TryCatchBlockNode row : code.method.tryCatchBlocks) {
      int start = code.at(row.start);
      int end = code.at(row.end);
      if (start < end && !artefacts.isPatternGuard(row)) {
        String type = row.type == null ? null : row.type.replace('/', '.');
        Landing landing = landings.computeIfAbsent(code.at(row.handler), Landing::new);
        landing.type = union(landing.type, type == null ? THROWABLE : type);
        landing.takesAll |= type == null || type.equals(THROWABLE);
        ranges.add(new Guarded(start, end, new Guard(type, landing)));
      }
    }
    return ranges;
  }

  /** The static type of a multi-catch parameter. */
  private String union(String known, String type) {
    if (known == null || hierarchy.isSubtype(known, type)) {
      return type;
    }
    String common = known;
    while (!hierarchy.isSubtype(type, common)) {
      List<String> above = hierarchy.supertypes(common);
      if (above.isEmpty() || above.get(0).equals("java.lang.Object")) {
        return THROWABLE;
      }
      common = above.get(0);
    }
    return common;
  }

  private BitSet leaders() {
    BitSet leaders = new BitSet(code.size() + 1);
    leaders.set(0);
    for (int i = 0; i < code.size(); i++) {
      List<LabelNode> targets = targets(code.instructions[i]);
      targets.forEach(label -> leaders.set(code.at(label)));
      if (!targets.isEmpty() || endsFlow(code.opcode(i))) {
        leaders.set(i + 1);
      }
    }
    for (TryCatchBlockNode row : code.method.tryCatchBlocks) {
      leaders.set(code.at(row.start));
      leaders.set(code.at(row.end));
      leaders.set(code.at(row.handler));
    }
    return leaders;
  }

  private List<Integer> successors(CodeBlock block) {
    int last = block.end - 1;
    List<Integer> successors = new ArrayList<>();
    for (LabelNode label : targets(code.instructions[last])) {
      if (!successors.contains(code.at(label))) {
        successors.add(code.at(label));
      }
    }
    if (!endsFlow(code.opcode(last)) && !successors.contains(block.end)) {
      successors.add(block.end);
    }
    return successors;
  }

  /** Labels an instruction may jump to, the default of a switch last. */
  static List<LabelNode> targets(AbstractInsnNode node) {
    if (node instanceof JumpInsnNode jump) {
      return List.of(jump.label);
    }
    List<LabelNode> targets = new ArrayList<>();
    if (node instanceof TableSwitchInsnNode table) {
      targets.addAll(table.labels);
      targets.add(table.dflt);
    } else if (node instanceof LookupSwitchInsnNode lookup) {
      targets.addAll(lookup.labels);
      targets.add(lookup.dflt);
    }
    return targets;
  }

  /** Whether control never goes on to the next instruction. */
  static boolean endsFlow(int opcode) {
    return opcode == Opcodes.GOTO
        || opcode == Opcodes.ATHROW
        || opcode == Opcodes.RET
        || opcode == Opcodes.TABLESWITCH
        || opcode == Opcodes.LOOKUPSWITCH
        || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
  }
}

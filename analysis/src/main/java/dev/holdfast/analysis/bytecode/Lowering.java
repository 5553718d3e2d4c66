package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Edge.Test.Is;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.LocalVariableNode;

/** Turns the code of one method into a {@link Body}. */
final class Lowering {
  private final Code code;
  private final Members members;
  private final boolean isStatic;
  private final int[] entries;
  private final LocalVariableNode[] entryVariables;
  private final Registers registers = new Registers();

  private Lowering(Code code, Members members) {
    this.code = code;
    this.members = members;
    this.isStatic = (code.method.access & Opcodes.ACC_STATIC) != 0;
    Type[] types = Type.getArgumentTypes(code.method.desc);
    int receivers = isStatic ? 0 : 1;
    this.entries = new int[receivers + types.length];
    this.entryVariables = new LocalVariableNode[entries.length];
    int slot = 0;
    for (int i = 0; i < entries.length; i++) {
      entries[i] = slot;
      entryVariables[i] = code.variable(slot, 0);
      slot += i < receivers ? 1 : types[i - receivers].getSize();
    }
  }

  /**
   * The body.
   *
   * @throws Unlowerable where the code has no place in the IR
   */
  static Body lower(Code code, Members members) {
    if (code.size() == 0) {
      throw new Unlowerable("no code");
    }
    try {
      return new Lowering(code, members).body(true);
    } catch (Frame.Mismatch e) {
      // A string builder is under way on one path and not on the other: take them as written.
    }
    try {
      return new Lowering(code, members).body(false);
    } catch (Frame.Mismatch e) {
      throw new Unlowerable("paths disagree about the operand stack");
    }
  }

  private Body body(boolean foldBuilders) {
    Artefacts artefacts = new Artefacts(code);
    Places places = new Places(code, artefacts);
    ControlFlow flow = new ControlFlow(code, artefacts, members.hierarchy());
    Exits exits = new Exits(members.world(), members.hierarchy());
    Frame frame = new Frame(code, places, flow, exits);
    Calls calls = new Calls(frame, members, artefacts, foldBuilders);
    new Instructions(frame, members, calls, new Jumps(frame, artefacts)).run();

    Draft draft = frame.draft;
    List<List<Op>> ops = rename(draft);
    new Throws(draft, ops, registers, exits, flow.landings());
    ops.forEach(block -> block.replaceAll(this::fitBoolean));
    List<List<Edge>> edges = new ArrayList<>();
    int[] order = new int[draft.blocks.size()];
    for (Draft.Block block : draft.blocks) {
      block.edges.replaceAll(this::fitTest);
      edges.add(block.edges);
      order[block.index] = block.code.start;
    }
    List<Block> blocks = new Layout(ops, edges).blocks(order);
    return new Body(
        members.checked(new MethodRef(code.owner, code.method.name, code.method.desc)),
        isStatic,
        entries.length,
        code.method.exceptions.stream().map(members::typeName).toList(),
        blocks,
        registers.table());
  }

  /** Puts the final registers into all ops and tests. */
  private List<List<Op>> rename(Draft draft) {
    Webs webs = new Webs(draft, entries, entryVariables);
    List<String> types = Registers.entryTypes(code, isStatic);
    for (int i = 0; i < entries.length; i++) {
      registers.of(webs.ofEntry(i));
    }
    for (int i = 0; i < entries.length; i++) {
      registers.describe(i, entryName(i), types.get(i));
    }
    boolean returnsBoolean = code.method.desc.endsWith(")Z");
    List<List<Op>> renamed = new ArrayList<>();
    for (Draft.Block block : draft.blocks) {
      Webs.Walk walk = webs.walk(block);
      List<Op> ops = new ArrayList<>();
      for (Draft.Step step : block.steps) {
        Op op =
            Operands.rename(
                step.op(),
                register -> registers.of(walk.use(register)),
                register -> registers.of(walk.define(register)));
        if (op.target() != Op.NONE) {
          note(op, step, draft);
        } else if (returnsBoolean && op instanceof Op.Return back) {
          registers.useAsBoolean(back.source());
        }
        ops.add(op);
      }
      renamed.add(ops);
      block.edges.replaceAll(edge -> rename(edge, walk));
    }
    return renamed;
  }

  private void note(Op op, Draft.Step step, Draft draft) {
    String temporary = draft.type(step.op().target());
    if (step.variable() != null) {
      registers.describe(op.target(), step.variable());
      if (op instanceof Op.Move move && step.variable().desc.equals("Z")) {
        registers.useAsBoolean(move.source());
      }
    } else if (temporary != null) {
      registers.describe(op.target(), null, temporary);
    }
    registers.define(op, step.type());
  }

  private String entryName(int index) {
    if (!isStatic && index == 0) {
      return "this";
    }
    if (entryVariables[index] != null) {
      return entryVariables[index].name;
    }
    int parameter = isStatic ? index : index - 1;
    return code.method.parameters != null && parameter < code.method.parameters.size()
        ? code.method.parameters.get(parameter).name
        : null;
  }

  private Edge rename(Edge edge, Webs.Walk walk) {
    if (edge.test() == null) {
      return edge;
    }
    int register = registers.of(walk.use(edge.test().register()));
    return edge.testing(edge.test().of(register));
  }

  private Op fitBoolean(Op op) {
    return op instanceof Op.Const constant
            && constant.value() instanceof Integer number
            && "boolean".equals(registers.type(constant.target()))
        ? new Op.Const(constant.target(), number != 0, constant.site())
        : op;
  }

  /** Bytecode has no booleans: what a test against a number asks is told by the type. */
  private Edge fitTest(Edge edge) {
    Edge.Test test = edge.test();
    if (test == null) {
      return edge;
    }
    boolean ofBoolean = "boolean".equals(registers.type(test.register()));
    return switch (test.is()) {
      case TRUE -> registers.mayBeBoolean(test.register()) ? edge : asks(edge, Is.NOT_EQUAL);
      case FALSE -> registers.mayBeBoolean(test.register()) ? edge : asks(edge, Is.EQUAL);
      case EQUAL -> ofBoolean ? asks(edge, test.number() == 0 ? Is.FALSE : Is.TRUE) : edge;
      case NOT_EQUAL -> ofBoolean ? asks(edge, test.number() == 0 ? Is.TRUE : Is.FALSE) : edge;
      default -> edge;
    };
  }

  /** The same register asked something else, or compared with zero. */
  private static Edge asks(Edge edge, Is is) {
    return edge.testing(new Edge.Test(is, edge.test().register(), null));
  }
}

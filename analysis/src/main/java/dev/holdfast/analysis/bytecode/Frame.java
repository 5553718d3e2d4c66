package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.bytecode.CodeBlock.Landing;
import dev.holdfast.analysis.bytecode.Entry.Building;
import dev.holdfast.analysis.bytecode.Entry.Computed;
import dev.holdfast.analysis.bytecode.Entry.Constant;
import dev.holdfast.analysis.bytecode.Entry.Converted;
import dev.holdfast.analysis.bytecode.Entry.Fresh;
import dev.holdfast.analysis.bytecode.Entry.TypeTest;
import dev.holdfast.analysis.bytecode.Entry.Value;
import dev.holdfast.analysis.ir.Descriptors;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.objectweb.asm.tree.LocalVariableNode;

/** The state of lowering one method: operand stack, the draft under way, what is still to do. */
final class Frame {
  final Code code;
  final Draft draft;
  final Places places;
  final Exits exits;
  final ControlFlow flow;
  final OperandStack stack = new OperandStack();

  /** Writes out what turned out to be more than part of a concatenation. */
  UnaryOperator<Entry> writer = entry -> entry;

  /** Number of the instruction under way. */
  int at;

  private final BitSet pending = new BitSet();
  private CodeBlock block;
  private Draft.Block current;

  Frame(Code code, Places places, ControlFlow flow, Exits exits) {
    this.code = code;
    this.places = places;
    this.flow = flow;
    this.exits = exits;
    this.draft = new Draft(code.method.maxLocals + code.method.maxStack);
    for (CodeBlock each : flow.blocks()) {
      each.first = draft.block(each);
    }
    for (Landing landing : flow.landings()) {
      landing.pad = draft.block(landing.block);
    }
    start(flow.blocks().get(0), List.of());
  }

  Site site() {
    return places.at(at);
  }

  // Blocks

  private void start(CodeBlock next, List<Entry> entry) {
    next.entry = entry;
    pending.set(next.index);
  }

  /** Opens the next block that something leads to, or returns null. */
  CodeBlock next() {
    int index = pending.nextSetBit(0);
    if (index < 0) {
      return null;
    }
    pending.clear(index);
    block = flow.blocks().get(index);
    current = block.first;
    stack.load(block.entry);
    return block;
  }

  /** Makes the operand stack ready for leaving to these blocks; call before their edges. */
  void leaveTo(List<CodeBlock> targets) {
    boolean joins = false;
    for (CodeBlock target : targets) {
      joins |= target.predecessors > 1;
    }
    if (joins && !stack.isEmpty()) {
      flush();
    }
    List<Entry> entries = stack.entries();
    for (CodeBlock target : targets) {
      if (target.entry == null) {
        start(target, entries);
      } else if (!isSame(target.entry, entries)) {
        throw new Mismatch();
      }
    }
  }

  /** Whether two stacks hold the same registers, and else the very same things. */
  private static boolean isSame(List<Entry> one, List<Entry> other) {
    boolean same = one.size() == other.size();
    for (int i = 0; same && i < one.size(); i++) {
      same =
          one.get(i) == other.get(i)
              || one.get(i) instanceof Value here
                  && other.get(i) instanceof Value there
                  && here.register() == there.register();
    }
    return same;
  }

  /** Two ways into a block disagree about what is on the stack, as far as it was not registers. */
  static final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1;

    Mismatch() {
      super(null, null, false, false);
    }
  }

  /** Moves what is on the stack to the registers that stand for stack slots. */
  private void flush() {
    int[] depth = {code.method.maxLocals};
    stack.replace(entry -> entry instanceof Converted ? settle(entry) : entry);
    stack.replace(entry -> isAt(entry, depth[0]++) ? entry : apart(entry));
    depth[0] = code.method.maxLocals;
    stack.replace(
        entry -> {
          int slot = depth[0]++;
          if (entry instanceof Fresh || entry instanceof Building) {
            return entry;
          }
          assign(slot, entry, null);
          return new Value(slot, entry.wide());
        });
  }

  private static boolean isAt(Entry entry, int slot) {
    return entry instanceof Value value && value.register() == slot;
  }

  /** The entry with every stack slot in it copied, for these are about to be written. */
  private Entry apart(Entry entry) {
    Entry copied = entry;
    for (int slot = code.method.maxLocals; slot < draft.slots; slot++) {
      if (mentions(copied, slot)) {
        copied = copied.with(slot, copy(slot));
      }
    }
    return copied;
  }

  private static boolean mentions(Entry entry, int register) {
    return entry.with(register, Integer.MAX_VALUE) != entry;
  }

  /** The register of a condition, out of reach of the moves that leaving the block may need. */
  int condition(Value value) {
    boolean written = value.register() >= code.method.maxLocals && value.register() < draft.slots;
    return written && !stack.isEmpty() ? copy(value.register()) : value.register();
  }

  private int copy(int register) {
    int copy = draft.temporary(null);
    emit(new Op.Move(copy, register, site()));
    return copy;
  }

  // Ops and edges

  void emit(Op op) {
    emit(op, null, null);
  }

  private void emit(Op op, LocalVariableNode variable, String type) {
    current.steps.add(new Draft.Step(op, variable, type));
  }

  void edge(Edge edge) {
    current.edges.add(edge);
  }

  /** Emits an op that may raise: it ends its draft and another one goes on. */
  void emitRaising(Op op, List<String> declared) {
    emit(op);
    Draft.Block before = current;
    current = draft.block(block);
    before.edges.add(Edge.go(current.index));
    before.edges.addAll(exits.ofCall(declared, block.guards));
    for (CodeBlock.Guard guard : block.guards) {
      for (Edge edge : before.edges) {
        if (edge.target() == guard.landing.pad.index) {
          land(guard.landing);
        }
      }
    }
  }

  /** Emits a throw; which of the handlers around take it is decided when all is lowered. */
  void emitThrow(int register) {
    emit(new Op.Throw(register, site()));
    for (CodeBlock.Guard guard : block.guards) {
      land(guard.landing);
    }
  }

  private void land(Landing landing) {
    if (landing.block.landing == landing) {
      return;
    }
    landing.block.landing = landing;
    CodeBlock blockUnderWay = block;
    Draft.Block draftUnderWay = current;
    List<Entry> stackUnderWay = stack.entries();
    block = landing.block;
    current = landing.pad;
    int caught = draft.temporary(landing.type);
    emit(new Op.Caught(caught, landing.type, places.beside(landing.instruction, 1)));
    stack.load(List.of(new Value(caught, false)));
    leaveTo(List.of(landing.block));
    edge(Edge.go(landing.block.first.index));
    block = blockUnderWay;
    current = draftUnderWay;
    stack.load(stackUnderWay);
  }

  // Registers

  /** The register of an entry; whatever is not in one yet is put there by an op. */
  int use(Entry entry, String descriptor) {
    if (settle(entry) instanceof Value value) {
      return value.register();
    }
    if (entry instanceof Fresh) {
      throw new Unlowerable("object used before its constructor ran");
    }
    int register = draft.temporary(type(entry, descriptor));
    define(register, entry, descriptor, null);
    return register;
  }

  /** The entry itself, unless it is part of a concatenation that must become an object now. */
  Entry settle(Entry entry) {
    return entry instanceof Building || entry instanceof Converted ? writer.apply(entry) : entry;
  }

  private static String type(Entry entry, String descriptor) {
    if (entry instanceof Constant constant) {
      return Types.ofConstant(fit(constant.value(), descriptor));
    }
    if (entry instanceof Computed computed) {
      return "Z".equals(descriptor) ? "boolean" : computed.type();
    }
    return "boolean";
  }

  /** Stores a settled entry into a local or stack slot. */
  void assign(int slot, Entry entry, LocalVariableNode variable) {
    if (entry instanceof Value value) {
      if (value.register() != slot) {
        emit(new Op.Move(slot, value.register(), site()), variable, null);
      }
    } else if (entry instanceof Fresh) {
      throw new Unlowerable("object kept before its constructor ran");
    } else {
      define(slot, entry, variable == null ? null : variable.desc, variable);
    }
  }

  private void define(int register, Entry entry, String descriptor, LocalVariableNode variable) {
    Op op;
    if (entry instanceof Constant constant) {
      Site site = places.at(constant.instruction());
      op = new Op.Const(register, fit(constant.value(), descriptor), site);
    } else if (entry instanceof TypeTest test) {
      Site site = places.at(test.instruction());
      op = new Op.Opaque(register, List.of(test.register()), site);
    } else if (entry instanceof Computed computed) {
      Site site = places.at(computed.instruction());
      op = new Op.Opaque(register, computed.operands(), site);
    } else {
      throw new IllegalStateException("not a value: " + entry);
    }
    emit(op, variable, type(entry, descriptor));
  }

  private static Object fit(Object value, String descriptor) {
    return "Z".equals(descriptor) && value instanceof Integer number
        ? Boolean.valueOf(number != 0)
        : value;
  }

  /** Static type of a register as far as it is known while lowering, or null. */
  String type(int register) {
    if (register >= code.method.maxLocals) {
      return draft.type(register);
    }
    LocalVariableNode variable = code.variable(register, at);
    return variable == null ? null : Descriptors.typeName(variable.desc);
  }

  /** Saves the value of a slot that is still on the stack before the slot is written. */
  void spill(int slot) {
    boolean waiting = false;
    for (Entry entry : stack.entries()) {
      waiting |= mentions(entry, slot);
    }
    if (waiting) {
      int copy = copy(slot);
      stack.replace(entry -> entry.with(slot, copy));
    }
  }

  /** Registers of entries that are operands of a computed number; constants do not count. */
  static List<Integer> operands(Entry... entries) {
    List<Integer> registers = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry instanceof Value value) {
        registers.add(value.register());
      } else if (entry instanceof Computed computed) {
        registers.addAll(computed.operands());
      } else if (entry instanceof TypeTest test) {
        registers.add(test.register());
      }
    }
    return registers;
  }
}

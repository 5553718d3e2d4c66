package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.bytecode.Entry.Building;
import dev.holdfast.analysis.bytecode.Entry.Converted;
import dev.holdfast.analysis.bytecode.Entry.Fresh;
import dev.holdfast.analysis.bytecode.Entry.Value;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Folds {@code new StringBuilder().append(..).toString()}, which is how string concatenation was
 * compiled before Java 9, to one op. A builder that anything else touches is written out.
 */
final class Concatenations {
  private static final String BUILDER = "java/lang/StringBuilder";
  private static final String VALUE_OF = "(Ljava/lang/Object;)Ljava/lang/String;";
  private static final String NAME = "java.lang.StringBuilder";

  private final Frame frame;
  private final boolean enabled;

  Concatenations(Frame frame, boolean enabled) {
    this.frame = frame;
    this.enabled = enabled;
    frame.writer = this::writeOut;
  }

  /** Whether the call became part of a concatenation. */
  boolean absorb(MethodInsnNode call, Entry receiver, List<Entry> arguments) {
    if (call.owner.equals("java/lang/String")
        && call.name.equals("valueOf")
        && call.desc.equals(VALUE_OF)) {
      frame.stack.push(new Converted(frame.settle(arguments.get(0)), frame.at));
      return true;
    }
    if (!enabled || !call.owner.equals(BUILDER) || arguments.size() > 1) {
      return false;
    }
    if (receiver instanceof Fresh fresh) {
      return begin(call, fresh, arguments);
    }
    if (!(receiver instanceof Building building)) {
      return false;
    }
    if (call.name.equals("append") && arguments.size() == 1) {
      frame.stack.push(building.append(part(call, arguments.get(0))));
      return true;
    }
    if (call.name.equals("toString") && arguments.isEmpty()) {
      finish(building);
      return true;
    }
    return false;
  }

  private boolean begin(MethodInsnNode call, Fresh fresh, List<Entry> arguments) {
    boolean folds = call.desc.equals("()V") || call.desc.equals("(Ljava/lang/String;)V");
    long copies = frame.stack.entries().stream().filter(entry -> entry == fresh).count();
    if (!folds || copies != 1) {
      return false;
    }
    Entry argument = arguments.isEmpty() ? null : arguments.get(0);
    Building building =
        new Building(List.of(new Building.Part(argument, call.desc, fresh.instruction())));
    frame.stack.replace(entry -> entry == fresh ? building : entry);
    return true;
  }

  private Building.Part part(MethodInsnNode call, Entry argument) {
    Entry settled = argument instanceof Converted ? argument : frame.settle(argument);
    return new Building.Part(settled, call.desc, frame.at);
  }

  private void finish(Building building) {
    List<Integer> arguments = new ArrayList<>();
    for (Building.Part part : building.parts()) {
      if (part.entry() != null) {
        arguments.add(operand(part.entry(), parameter(part)));
      }
    }
    int target = frame.draft.temporary("java.lang.String");
    frame.emit(new Op.Concat(target, arguments, frame.site()));
    frame.stack.push(new Value(target, false));
  }

  /** The register of an operand of a concatenation. */
  int operand(Entry entry, String descriptor) {
    return entry instanceof Converted converted
        ? frame.use(converted.operand(), null)
        : frame.use(entry, descriptor);
  }

  private Entry writeOut(Entry entry) {
    return entry instanceof Converted converted ? convert(converted) : build((Building) entry);
  }

  private Entry convert(Converted converted) {
    int operand = frame.use(converted.operand(), null);
    int target = frame.draft.temporary("java.lang.String");
    MethodRef valueOf = new MethodRef("java.lang.String", "valueOf", VALUE_OF);
    Site site = frame.places.at(converted.instruction());
    frame.emitRaising(
        new Op.Call(target, valueOf, Op.Dispatch.STATIC, Op.NONE, List.of(operand), site),
        List.of());
    return new Value(target, false);
  }

  private Entry build(Building building) {
    int target = frame.draft.temporary(NAME);
    boolean made = false;
    for (Building.Part part : building.parts()) {
      Site site = frame.places.at(part.instruction());
      List<Integer> arguments =
          part.entry() == null ? List.of() : List.of(frame.use(part.entry(), parameter(part)));
      if (made) {
        MethodRef append = new MethodRef(NAME, "append", part.descriptor());
        int result = frame.draft.temporary(NAME);
        frame.emitRaising(
            new Op.Call(result, append, Op.Dispatch.VIRTUAL, target, arguments, site), List.of());
      } else {
        MethodRef constructor = new MethodRef(NAME, "<init>", part.descriptor());
        frame.emitRaising(new Op.New(target, constructor, arguments, site), List.of());
        made = true;
      }
    }
    return new Value(target, false);
  }

  private static String parameter(Building.Part part) {
    return Type.getArgumentTypes(part.descriptor())[0].getDescriptor();
  }
}

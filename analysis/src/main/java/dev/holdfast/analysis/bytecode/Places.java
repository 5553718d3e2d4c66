package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Site;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Makes the sites of a method. */
final class Places {
  private static final int OPCODES = 256;
  private static final int IMPLICIT_CLOSE = -1;

  private final Code code;
  private final Artefacts artefacts;
  private final int[] ordinals;
  private final Site[] sites;

  Places(Code code, Artefacts artefacts) {
    this.code = code;
    this.artefacts = artefacts;
    this.ordinals = ordinals(code);
    this.sites = new Site[code.size()];
  }

  /**
   * What an instruction does, for telling equal instructions on one line apart. No record: linking
   * the equality of one costs a cold compiler more than all the places of a method.
   */
  static final class Deed {
    private final int opcode;
    private final String owner;
    private final String name;
    private final String descriptor;

    Deed(AbstractInsnNode node) {
      opcode = node.getOpcode();
      if (node instanceof MethodInsnNode call) {
        owner = call.owner;
        name = call.name;
        descriptor = call.desc;
      } else if (node instanceof FieldInsnNode field) {
        owner = field.owner;
        name = field.name;
        descriptor = field.desc;
      } else {
        owner = node instanceof TypeInsnNode type ? type.desc : "";
        name = node instanceof InvokeDynamicInsnNode dynamic ? dynamic.name : "";
        descriptor = node instanceof InvokeDynamicInsnNode dynamic ? dynamic.desc : "";
      }
    }

    /** The method it calls, or null. */
    MethodRef called() {
      return opcode >= Opcodes.INVOKEVIRTUAL && opcode <= Opcodes.INVOKEINTERFACE
          ? new MethodRef(owner.replace('/', '.'), name, descriptor)
          : null;
    }

    @Override
    public boolean equals(Object object) {
      return object instanceof Deed other
          && opcode == other.opcode
          && name.equals(other.name)
          && owner.equals(other.owner)
          && descriptor.equals(other.descriptor);
    }

    @Override
    public int hashCode() {
      return ((opcode * 31 + name.hashCode()) * 31 + owner.hashCode()) * 31 + descriptor.hashCode();
    }
  }

  private static int[] ordinals(Code code) {
    int[] ordinals = new int[code.size()];
    Map<Deed, Integer> seen = new HashMap<>();
    int line = -1;
    for (int i = 0; i < ordinals.length; i++) {
      if (code.line(i) != line) {
        line = code.line(i);
        seen.clear();
      }
      AbstractInsnNode node = code.instructions[i];
      if (!isOp(node.getOpcode())) {
        continue;
      }
      ordinals[i] = seen.merge(new Deed(node), 1, Integer::sum) - 1;
    }
    return ordinals;
  }

  /** Whether an op may come of the instruction; most do nothing but move entries about. */
  private static boolean isOp(int opcode) {
    return opcode >= Opcodes.IRETURN && opcode < Opcodes.IFNULL
        || opcode >= Opcodes.ISTORE && opcode <= Opcodes.SASTORE
        || opcode == Opcodes.LDC
        || opcode == Opcodes.AALOAD;
  }

  /** The site of the op an instruction stands for. */
  Site at(int instruction) {
    Site site = sites[instruction];
    if (site == null) {
      site = make(instruction);
      sites[instruction] = site;
    }
    return site;
  }

  private Site make(int instruction) {
    Site.Role role = artefacts.role(instruction);
    if (role == Site.Role.IMPLICIT_CLOSE) {
      // All closes of one resource are one place: the resource.
      int resource = artefacts.resource(instruction);
      int line = code.line(resource);
      Place place =
          new Place(
              code.owner, line, IMPLICIT_CLOSE, "", ordinals[resource], code.offset(instruction));
      return new Site(place, line, role);
    }
    return new Site(place(instruction, 0), code.line(instruction), role);
  }

  /**
   * The site of an op that an instruction needs beside its own, so that the two do not pass for
   * copies.
   *
   * @param number which one of several, from 1
   */
  Site beside(int instruction, int number) {
    return new Site(place(instruction, number), code.line(instruction), Site.Role.IMPLICIT);
  }

  private Place place(int instruction, int number) {
    AbstractInsnNode node = code.instructions[instruction];
    return new Place(
        code.owner,
        code.line(instruction),
        node.getOpcode() + OPCODES * number,
        new Deed(node),
        ordinals[instruction],
        code.offset(instruction));
  }
}

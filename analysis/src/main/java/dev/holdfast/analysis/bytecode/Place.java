package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.ir.MethodRef;

/**
 * Where an op stands in a class file: the handle of its {@link dev.holdfast.analysis.ir.Site}. The
 * copies that compilers make of a {@code finally} block, and of field initialisers in each
 * constructor, are equal: same line, same operation, same count within the run of instructions on
 * that line. The offset is not part of that.
 */
public final class Place {
  private final String owner;
  private final int line;
  private final int kind;
  private final Object member;
  private final int ordinal;
  private final int offset;

  Place(String owner, int line, int kind, Object member, int ordinal, int offset) {
    this.owner = owner;
    this.line = line;
    this.kind = kind;
    this.member = member;
    this.ordinal = ordinal;
    this.offset = offset;
  }

  /** Binary name of the class it stands in. */
  public String owner() {
    return owner;
  }

  /** The method an instruction calls, as it is written there; null where it calls none. */
  public MethodRef called() {
    return member instanceof Places.Deed deed ? deed.called() : null;
  }

  /** Offset of the instruction in the code of its method. */
  public int offset() {
    return offset;
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Place other
        && line == other.line
        && kind == other.kind
        && ordinal == other.ordinal
        && owner.equals(other.owner)
        && member.equals(other.member);
  }

  @Override
  public int hashCode() {
    return ((line * 31 + kind) * 31 + ordinal) * 31 + member.hashCode();
  }

  @Override
  public String toString() {
    return owner + ":" + line + "#" + ordinal + "@" + offset;
  }
}

package dev.holdfast.analysis.ir;

import java.util.List;

/**
 * A lowered method, constructor, lambda or initialiser.
 *
 * <p>Registers {@code 0 .. parameters-1} hold the receiver (first, unless static) and the
 * parameters at entry. Block 0 is the entry.
 *
 * @param method what was lowered; a lambda is {@code lambda$enclosing$n} of its class
 * @param isStatic whether there is no receiver
 * @param parameters number of entry registers, receiver included
 * @param exceptions declared exception types, binary names
 * @param blocks block 0 is the entry
 * @param registers for each register its name and static type
 */
public record Body(
    MethodRef method,
    boolean isStatic,
    int parameters,
    List<String> exceptions,
    List<Block> blocks,
    List<Register> registers) {
  /** Target of an edge: normal end of the body. */
  public static final int EXIT = -1;

  /** Target of an edge: the body ends by the exception in flight. */
  public static final int THROW = -2;

  /**
   * What is known of a register beside its values.
   *
   * @param name source name, or null for a temporary
   * @param type static type as Java writes it, with type arguments where known ({@code
   *     java.util.Map<java.lang.String,java.lang.Object>}), binary names; null where unknown
   */
  public record Register(String name, String type) {}

  public Body {
    exceptions = List.copyOf(exceptions);
    blocks = List.copyOf(blocks);
    registers = List.copyOf(registers);
  }

  /** Source name of a register, or null for a temporary. */
  public String name(int register) {
    return register < 0 ? null : registers.get(register).name();
  }

  /** Static type of a register with type arguments where known, or null. */
  public String type(int register) {
    return register < 0 ? null : registers.get(register).type();
  }

  /** Entry register of the zero-based parameter (receiver not counted). */
  public int parameter(int index) {
    return isStatic ? index : index + 1;
  }

  /** Number of ops over all blocks. */
  public int size() {
    int size = 0;
    for (Block block : blocks) {
      size += block.ops().size();
    }
    return size;
  }
}

package dev.holdfast.analysis.bytecode;

import java.util.ArrayList;
import java.util.List;

/**
 * What the operand stack holds while a block is lowered. Only a {@link Value} is in a register;
 * everything else becomes an op when something needs it in one.
 */
sealed interface Entry {
  /** Whether it takes two stack words. */
  default boolean wide() {
    return false;
  }

  /** The same entry with one register exchanged for another. */
  default Entry with(int register, int other) {
    return this;
  }

  /** A value in a register. */
  record Value(int register, boolean wide) implements Entry {
    @Override
    public Entry with(int from, int other) {
      return register == from ? new Value(other, wide) : this;
    }
  }

  /** A constant pushed by an instruction; booleans are still int. */
  record Constant(Object value, boolean wide, int instruction) implements Entry {}

  /** An object that a NEW instruction made and whose constructor has not run. */
  record Fresh(String type, int instruction) implements Entry {}

  /** The boolean result of instanceof. */
  record TypeTest(int register, String type, int instruction) implements Entry {
    @Override
    public Entry with(int from, int other) {
      return register == from ? new TypeTest(other, type, instruction) : this;
    }
  }

  /** A number computed from other registers: opaque to the analysis. */
  record Computed(List<Integer> operands, String type, boolean wide, int instruction)
      implements Entry {
    @Override
    public Entry with(int from, int other) {
      return operands.contains(from)
          ? new Computed(
              operands.stream().map(r -> r == from ? other : r).toList(), type, wide, instruction)
          : this;
    }
  }

  /**
   * The result of {@code String.valueOf(x)}, not called yet: in a concatenation compilers write
   * that around operands, and there the operand itself stands for it.
   */
  record Converted(Entry operand, int instruction) implements Entry {
    @Override
    public Entry with(int from, int other) {
      Entry renamed = operand.with(from, other);
      return renamed == operand ? this : new Converted(renamed, instruction);
    }
  }

  /** A StringBuilder that only this stack entry knows, with what was appended so far. */
  record Building(List<Part> parts) implements Entry {
    /** One argument of the constructor or of append. */
    record Part(Entry entry, String descriptor, int instruction) {}

    Building append(Part part) {
      List<Part> longer = new ArrayList<>(parts);
      longer.add(part);
      return new Building(longer);
    }

    @Override
    public Entry with(int from, int other) {
      List<Part> renamed = new ArrayList<>();
      boolean changed = false;
      for (Part part : parts) {
        Entry entry = part.entry() == null ? null : part.entry().with(from, other);
        changed |= entry != part.entry();
        renamed.add(new Part(entry, part.descriptor(), part.instruction()));
      }
      return changed ? new Building(renamed) : this;
    }
  }
}

package dev.holdfast.analysis.flow;

import dev.holdfast.analysis.ir.Op;
import java.util.Arrays;
import java.util.BitSet;

/** Values of tested registers on one path: true, false, null or not null. Immutable. */
public final class Known {
  public static final int TRUE = 0;
  public static final int FALSE = 1;
  public static final int NULL = 2;
  public static final int NONNULL = 3;
  public static final int NOTHING = -1;
  public static final Known NONE = new Known(new int[0]);

  private final int[] entries;

  private Known(int[] entries) {
    this.entries = entries;
  }

  /** Value of a register, or {@link #NOTHING}. */
  public int of(int register) {
    for (int entry : entries) {
      if (entry >> 2 == register) {
        return entry & 3;
      }
    }
    return NOTHING;
  }

  public Known with(int register, int value) {
    if (value == NOTHING) {
      return without(register);
    }
    if (of(register) == value) {
      return this;
    }
    Known rest = without(register);
    int[] next = Arrays.copyOf(rest.entries, rest.entries.length + 1);
    next[rest.entries.length] = register << 2 | value;
    Arrays.sort(next);
    return new Known(next);
  }

  public Known without(int register) {
    if (of(register) == NOTHING) {
      return this;
    }
    return new Known(Arrays.stream(entries).filter(e -> e >> 2 != register).toArray());
  }

  /** What is known of the given registers. */
  public Known only(BitSet live) {
    for (int entry : entries) {
      if (!live.get(entry >> 2)) {
        return new Known(Arrays.stream(entries).filter(e -> live.get(e >> 2)).toArray());
      }
    }
    return this;
  }

  /** The value an op gives its target, or {@link #NOTHING}. */
  public static int valueOf(Op op, Known known) {
    if (op instanceof Op.Move move) {
      return known.of(move.source());
    }
    if (op instanceof Op.New) {
      return NONNULL;
    }
    if (!(op instanceof Op.Const constant)) {
      return NOTHING;
    }
    Object value = constant.value();
    if (value == null) {
      return NULL;
    }
    if (value instanceof Boolean truth) {
      return truth ? TRUE : FALSE;
    }
    return value instanceof Integer number ? number != 0 ? TRUE : FALSE : NONNULL;
  }

  /** What both know alike. */
  public Known meet(Known other) {
    Known both = this;
    for (int entry : entries) {
      if (other.of(entry >> 2) != (entry & 3)) {
        both = both.without(entry >> 2);
      }
    }
    return both;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Known known && Arrays.equals(entries, known.entries);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(entries);
  }
}

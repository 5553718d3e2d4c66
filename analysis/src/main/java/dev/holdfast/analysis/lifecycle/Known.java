package dev.holdfast.analysis.lifecycle;

import java.util.Arrays;
import java.util.BitSet;

/** Values of tested registers on one path: true, false, null or not null. Immutable. */
final class Known {
  static final int TRUE = 0;
  static final int FALSE = 1;
  static final int NULL = 2;
  static final int NONNULL = 3;
  static final int NOTHING = -1;
  static final Known NONE = new Known(new int[0]);

  private final int[] entries;

  private Known(int[] entries) {
    this.entries = entries;
  }

  int of(int register) {
    for (int entry : entries) {
      if (entry >> 2 == register) {
        return entry & 3;
      }
    }
    return NOTHING;
  }

  Known with(int register, int value) {
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

  Known without(int register) {
    if (of(register) == NOTHING) {
      return this;
    }
    return new Known(Arrays.stream(entries).filter(e -> e >> 2 != register).toArray());
  }

  Known only(BitSet live) {
    for (int entry : entries) {
      if (!live.get(entry >> 2)) {
        return new Known(Arrays.stream(entries).filter(e -> live.get(e >> 2)).toArray());
      }
    }
    return this;
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

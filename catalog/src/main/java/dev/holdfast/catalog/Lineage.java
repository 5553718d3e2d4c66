package dev.holdfast.catalog;

import java.util.ArrayList;
import java.util.List;

/** A type and what it inherits from, nearest first, asked for only as far as somebody looks. */
final class Lineage {
  private final Program program;
  private final List<String> types = new ArrayList<>();
  private int expanded;

  Lineage(String type, Program program) {
    this.program = program;
    types.add(type);
  }

  /** The type at this distance, 0 for the type itself; null behind the last. */
  String get(int index) {
    while (index >= types.size() && expanded < types.size()) {
      for (String above : program.supertypes(types.get(expanded++))) {
        if (!types.contains(above)) {
          types.add(above);
        }
      }
    }
    return index < types.size() ? types.get(index) : null;
  }
}

package dev.holdfast.analysis.world;

import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.catalog.Note;
import java.util.List;

/**
 * Header of a field.
 *
 * @param type static type with type arguments where known
 * @param constant compile-time constant value, or null
 */
public record FieldView(
    FieldRef field, int access, String type, Object constant, List<Note> notes) {
  public FieldView {
    notes = List.copyOf(notes);
  }

  public boolean isFinal() {
    return (access & 0x0010) != 0;
  }

  public boolean isPrivate() {
    return (access & 0x0002) != 0;
  }
}

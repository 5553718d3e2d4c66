package dev.holdfast.catalog;

import java.util.Map;

/**
 * An annotation found on the analysed program itself, in source or in a class file.
 *
 * @param type binary name of the annotation type
 * @param slot where it stands; on a method or constructor declaration itself: {@link Slot#RESULT}
 *     (the catalog moves it to the receiver where the word asks for that)
 * @param arguments its elements, spelt as in {@link Fact#arguments()}
 */
public record Note(String type, Slot slot, Map<String, String> arguments) {
  public Note {
    arguments = Map.copyOf(arguments);
  }

  // Written out, as in Member: what a record generates costs a bootstrap in every cold compiler.
  @Override
  public boolean equals(Object other) {
    return other instanceof Note note
        && note.type.equals(type)
        && note.slot.equals(slot)
        && note.arguments.equals(arguments);
  }

  @Override
  public int hashCode() {
    int hash = type.hashCode();
    hash = hash * 31 + slot.hashCode();
    return hash * 31 + arguments.hashCode();
  }
}

package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.ir.Descriptors;
import dev.holdfast.catalog.Note;
import dev.holdfast.catalog.Slot;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Reads one annotation as a {@link Note}. Annotations inside it (a container of repeated ones) are
 * notes on the same slot.
 */
final class NoteReader extends AnnotationVisitor {
  private final String type;
  private final Slot slot;
  private final List<Note> notes;
  private final Map<String, String> arguments = new LinkedHashMap<>();

  NoteReader(String descriptor, Slot slot, List<Note> notes) {
    super(Opcodes.ASM9);
    this.type = Descriptors.typeName(descriptor);
    this.slot = slot;
    this.notes = notes;
  }

  @Override
  public void visit(String name, Object value) {
    arguments.put(name, text(value));
  }

  @Override
  public void visitEnum(String name, String descriptor, String value) {
    arguments.put(name, value);
  }

  @Override
  public AnnotationVisitor visitAnnotation(String name, String descriptor) {
    return new NoteReader(descriptor, slot, notes);
  }

  @Override
  public AnnotationVisitor visitArray(String name) {
    return new ListReader(name);
  }

  @Override
  public void visitEnd() {
    notes.add(new Note(type, slot, arguments));
  }

  private static String text(Object value) {
    if (value instanceof Type type) {
      return Descriptors.typeName(type.getDescriptor());
    }
    if (value.getClass().isArray()) {
      List<String> elements = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        elements.add(String.valueOf(Array.get(value, i)));
      }
      return String.join(",", elements);
    }
    return String.valueOf(value);
  }

  private final class ListReader extends AnnotationVisitor {
    private final String name;
    private final List<String> elements = new ArrayList<>();

    ListReader(String name) {
      super(Opcodes.ASM9);
      this.name = name;
    }

    @Override
    public void visit(String unnamed, Object value) {
      elements.add(text(value));
    }

    @Override
    public void visitEnum(String unnamed, String descriptor, String value) {
      elements.add(value);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String unnamed, String descriptor) {
      return new NoteReader(descriptor, slot, notes);
    }

    @Override
    public void visitEnd() {
      arguments.put(name, String.join(",", elements));
    }
  }
}

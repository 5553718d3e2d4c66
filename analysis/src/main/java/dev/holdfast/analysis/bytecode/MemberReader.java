package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.ir.Descriptors;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.world.FieldView;
import dev.holdfast.catalog.Note;
import dev.holdfast.catalog.Slot;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;
import org.objectweb.asm.TypeReference;

/** Collects the members and annotations of a class file; code is not looked at. */
final class MemberReader extends ClassVisitor {
  final List<DeclaredMethod> methods = new ArrayList<>();
  final List<FieldView> fields = new ArrayList<>();
  final List<Note> notes = new ArrayList<>();
  String superType;
  boolean isGeneric;

  private String owner;
  private boolean isEnum;

  MemberReader() {
    super(Opcodes.ASM9);
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String above, String[] interfaces) {
    owner = name.replace('/', '.');
    isEnum = (access & Opcodes.ACC_ENUM) != 0;
    isGeneric = signature != null && signature.startsWith("<");
    superType = signature == null ? null : Signatures.superclass(signature);
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return new NoteReader(descriptor, Slot.TYPE, notes);
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    List<Note> onField = new ArrayList<>();
    return new FieldVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        return new NoteReader(annotation, Slot.FIELD, onField);
      }

      @Override
      public AnnotationVisitor visitTypeAnnotation(
          int reference, TypePath path, String annotation, boolean visible) {
        return path == null ? new NoteReader(annotation, Slot.FIELD, onField) : null;
      }

      @Override
      public void visitEnd() {
        String type = Descriptors.typeName(descriptor);
        FieldRef field = new FieldRef(owner, name, type, (access & Opcodes.ACC_STATIC) != 0);
        String generic = Signatures.type(signature, descriptor);
        fields.add(
            new FieldView(field, access, generic, constant(value, descriptor), distinct(onField)));
      }
    };
  }

  /** The class file spells boolean constants as int. */
  private static Object constant(Object value, String descriptor) {
    return descriptor.equals("Z") && value instanceof Integer number
        ? Boolean.valueOf(number != 0)
        : value;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    if ((access & Opcodes.ACC_BRIDGE) != 0 || name.equals("<clinit>")) {
      return null;
    }
    DeclaredMethod method =
        new DeclaredMethod(owner, access, name, descriptor, signature, exceptions);
    methods.add(method);
    return new MethodNotes(descriptor, method.notes);
  }

  static List<Note> distinct(List<Note> notes) {
    return notes.size() < 2 ? notes : notes.stream().distinct().toList();
  }

  /** Annotations of one method and its parameters. */
  private final class MethodNotes extends MethodVisitor {
    private final String descriptor;
    private final List<Note> found;
    private int written = -1;

    MethodNotes(String descriptor, List<Note> found) {
      super(Opcodes.ASM9);
      this.descriptor = descriptor;
      this.found = found;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      return new NoteReader(descriptor, Slot.RESULT, found);
    }

    @Override
    public AnnotationVisitor visitTypeAnnotation(
        int reference, TypePath path, String descriptor, boolean visible) {
      TypeReference place = new TypeReference(reference);
      if (path != null) {
        return null;
      }
      return switch (place.getSort()) {
        case TypeReference.METHOD_RETURN -> new NoteReader(descriptor, Slot.RESULT, found);
        case TypeReference.METHOD_RECEIVER -> new NoteReader(descriptor, Slot.RECEIVER, found);
        case TypeReference.METHOD_FORMAL_PARAMETER ->
            new NoteReader(descriptor, Slot.parameter(place.getFormalParameterIndex()), found);
        default -> null;
      };
    }

    @Override
    public void visitAnnotableParameterCount(int count, boolean visible) {
      written = count;
    }

    @Override
    public AnnotationVisitor visitParameterAnnotation(
        int parameter, String descriptor, boolean visible) {
      return new NoteReader(descriptor, Slot.parameter(parameter + hidden()), found);
    }

    /**
     * Compilers leave parameters they added out of the annotations: name and ordinal of an enum
     * constant, the enclosing instance of an inner class.
     */
    private int hidden() {
      int missing = Type.getArgumentCount(descriptor) - written;
      // XXX: captured variables of a local class come last; only its first parameter is counted
      return written < 0 || missing < 0 ? 0 : Math.min(missing, isEnum ? 2 : 1);
    }
  }
}

package dev.holdfast.analysis.world;

import dev.holdfast.catalog.Note;
import java.util.ArrayList;
import java.util.List;

/** Header of a class, read lazily. Access flags as in the class file format ({@code ACC_*}). */
public interface ClassView {
  /** Binary name with dots and {@code $}. */
  String name();

  int access();

  /** Binary name of the superclass; null for {@code java.lang.Object}. */
  String superName();

  List<String> interfaces();

  /** Superclass first, then interfaces. */
  default List<String> supertypes() {
    List<String> above = new ArrayList<>();
    if (superName() != null) {
      above.add(superName());
    }
    above.addAll(interfaces());
    return List.copyOf(above);
  }

  /**
   * The superclass with its type arguments where known ({@code
   * com.fasterxml.jackson.core.type.TypeReference<java.util.Map<java.lang.String,java.lang.Object>>}).
   */
  default String superType() {
    return superName();
  }

  /** Whether it has type parameters. */
  default boolean isGeneric() {
    return false;
  }

  /**
   * Whether a type that its bodies know without type arguments may have some: class files forget
   * those of most expressions.
   */
  default boolean isErased() {
    return false;
  }

  /** Methods and constructors declared here under this name, bridges left out. */
  List<MethodView> methods(String name);

  /** All methods and constructors declared here. */
  List<MethodView> methods();

  /** Annotations on the method declared here under this name and descriptor; empty if none is. */
  default List<Note> notes(String name, String descriptor) {
    for (MethodView method : methods(name)) {
      if (method.method().descriptor().equals(descriptor)) {
        return method.notes();
      }
    }
    return List.of();
  }

  /** The field declared here under this name, or null. */
  FieldView field(String name);

  List<FieldView> fields();

  /** Annotations on the class (slot TYPE). */
  List<Note> notes();

  /** Whether it is the user's own: compiled from source now, or by the same build before. */
  boolean isSource();
}

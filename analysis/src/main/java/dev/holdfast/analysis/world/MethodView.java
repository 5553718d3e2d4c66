package dev.holdfast.analysis.world;

import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.catalog.Note;
import java.util.List;

/**
 * Header of a method.
 *
 * @param method with the declaring class as owner
 * @param access {@code ACC_*} flags
 * @param exceptions declared exception types, erased, binary names
 * @param resultType static result type with type arguments where known, as in {@link
 *     dev.holdfast.analysis.ir.Body.Register#type()}
 * @param notes annotations on the method (slot RESULT) and its parameters
 */
public record MethodView(
    MethodRef method, int access, List<String> exceptions, String resultType, List<Note> notes) {
  public MethodView {
    exceptions = List.copyOf(exceptions);
    notes = List.copyOf(notes);
  }

  public boolean isStatic() {
    return (access & 0x0008) != 0;
  }

  public boolean isAbstract() {
    return (access & 0x0400) != 0;
  }

  public boolean isPrivate() {
    return (access & 0x0002) != 0;
  }

  /** Nobody can override it. */
  public boolean isFinal() {
    return (access & 0x0010) != 0 || isPrivate() || isStatic() || method.isConstructor();
  }
}

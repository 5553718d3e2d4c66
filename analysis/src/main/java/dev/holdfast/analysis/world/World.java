package dev.holdfast.analysis.world;

import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.catalog.Member;
import dev.holdfast.catalog.Note;
import java.util.ArrayList;
import java.util.List;

/** The program around the method under analysis, as one engine sees it. */
public interface World {
  /** The class of this binary name, or null where the class path does not have it. */
  ClassView find(String name);

  /**
   * Superclass first, then interfaces; empty where the class path does not have the type. A witness
   * that knows them without reading a class says so.
   */
  default List<String> supertypes(String type) {
    ClassView view = find(type);
    return view == null ? List.of() : view.supertypes();
  }

  /**
   * Whether a type declares a member of this simple name ({@code <init>} included), as far as the
   * witness knows without reading a class: true where it does not.
   */
  default boolean mayDeclare(String type, String member) {
    return true;
  }

  /** Annotations on a member, or on a type; none where the class path does not have it. */
  default List<Note> notes(Member member) {
    ClassView view = find(member.owner());
    if (view == null) {
      return List.of();
    }
    if (member.isType()) {
      return view.notes();
    }
    if (member.isField()) {
      FieldView field = view.field(member.name());
      return field == null ? List.of() : field.notes();
    }
    return view.notes(member.name(), member.descriptor());
  }

  /** Whether a type is the user's own: see {@link ClassView#isSource()}. */
  default boolean isSource(String type) {
    ClassView view = find(type);
    return view != null && view.isSource();
  }

  /** Whether a type is on the class path and not the user's own. */
  default boolean isLibrary(String type) {
    ClassView view = find(type);
    return view != null && !view.isSource();
  }

  /**
   * The lowered body of exactly this method, declared in {@code method.owner()}; null where there
   * is none (abstract, native), it is not found, cannot be lowered, or has more than {@code maxOps}
   * instructions. Lambda bodies that a {@code Closure} op names are found here too.
   */
  Body body(MethodRef method, int maxOps);

  /**
   * Constructors and methods with an object for a result that the body of exactly this method names
   * at its calls, those of lambdas left out; a witness that knows them without lowering says so.
   */
  default List<MethodRef> called(MethodRef method, int maxOps) {
    Body body = body(method, maxOps);
    List<MethodRef> called = new ArrayList<>();
    for (Block block : body == null ? List.<Block>of() : body.blocks()) {
      for (Op op : block.ops()) {
        if (op.called() != null) {
          called.add(op.called());
        }
      }
    }
    return called;
  }

  /**
   * Binary names of the classes in a package, nested, local and anonymous ones included, as far as
   * the engine can list them; null where it cannot.
   */
  default List<String> classesIn(String packageName) {
    return null;
  }

  /** Where a field is declared, or null where the witness knows no such places. */
  default Site declaration(FieldRef field) {
    return null;
  }

  /** Release the program is compiled for, for example 17. */
  int release();
}

package dev.holdfast.analysis.retention;

import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.FieldView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.analysis.world.Types;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides by its header alone whether a field may keep more and more for the whole process. */
final class KeptFields {
  private static final int STATIC = 0x0008;
  private static final int ENUM = 0x4000;
  private static final int PUBLIC_OR_PROTECTED = 0x0001 | 0x0004;

  private final Calls calls;
  private final Lifetimes lifetimes;
  private final Map<FieldRef, Boolean> known = new HashMap<>();

  KeptFields(Calls calls, Lifetimes lifetimes) {
    this.calls = calls;
    this.lifetimes = lifetimes;
  }

  boolean mayKeep(FieldRef field) {
    Boolean answer = known.get(field);
    if (answer == null) {
      answer = decide(field);
      known.put(field, answer);
    }
    return answer;
  }

  private boolean decide(FieldRef field) {
    if (!isCollection(field.type())) {
      return false;
    }
    ClassView owner = calls.contracts().world().find(field.owner());
    FieldView declared = owner == null || !owner.isSource() ? null : owner.field(field.name());
    if (declared == null) {
      return false;
    }
    boolean lasts =
        (declared.access() & STATIC) != 0
            || lifetimes.isProcessLong(field.owner())
            || lifetimes.looksSingle(field.owner());
    List<String> arguments = Types.arguments(declared.type());
    return lasts
        && (arguments.isEmpty() || !isBounded(arguments.get(0)) && !isWeak(last(arguments)));
  }

  boolean isCollection(String type) {
    return calls.hierarchy().isSubtype(type, "java.util.Map")
        || calls.hierarchy().isSubtype(type, "java.util.Collection");
  }

  /** Whether nobody but the classes of its package can reach a field. */
  boolean isHidden(FieldRef field) {
    ClassView owner = calls.contracts().world().find(field.owner());
    FieldView declared = owner == null ? null : owner.field(field.name());
    if (declared == null) {
      return false;
    }
    String outer = outermost(field.owner());
    ClassView around = calls.contracts().world().find(outer);
    return (declared.access() & PUBLIC_OR_PROTECTED) == 0
        || (owner.access() & PUBLIC_OR_PROTECTED) == 0
        || around != null && (around.access() & PUBLIC_OR_PROTECTED) == 0;
  }

  /** Whether code out of view can call a method. */
  boolean isOpen(MethodView method) {
    return (method.access() & PUBLIC_OR_PROTECTED) != 0
        && isOpen(method.method().owner())
        && isOpen(outermost(method.method().owner()));
  }

  private boolean isOpen(String type) {
    ClassView view = calls.contracts().world().find(type);
    return view != null && (view.access() & PUBLIC_OR_PROTECTED) != 0;
  }

  /** Whether code out of view can make objects of a type. */
  boolean isMadeAnywhere(String type) {
    ClassView view = calls.contracts().world().find(type);
    return view != null && view.methods("<init>").stream().anyMatch(this::isOpen);
  }

  /** Whether objects of a type that are made of the same parts are equal. */
  boolean hasEquals(String type) {
    return declaresEquals(type)
        || calls.hierarchy().ancestors(type).stream().anyMatch(this::declaresEquals);
  }

  private boolean declaresEquals(String type) {
    ClassView view = calls.contracts().world().find(type);
    return type.equals("java.lang.Record")
        || view != null
            && !type.equals("java.lang.Object")
            && view.methods("equals").stream().anyMatch(method -> !method.isAbstract());
  }

  boolean isPrivate(FieldRef field) {
    ClassView owner = calls.contracts().world().find(field.owner());
    FieldView declared = owner == null ? null : owner.field(field.name());
    return declared != null && declared.isPrivate();
  }

  MethodView declared(MethodRef method) {
    return calls.hierarchy().resolve(method);
  }

  /** What a field holds: its type with arguments where known. */
  String type(FieldRef field) {
    return calls.contracts().world().find(field.owner()).field(field.name()).type();
  }

  /** Whether there are only so many values of a type: what code declares, not what comes in. */
  boolean isBounded(String text) {
    if (text == null) {
      return false;
    }
    String type = Types.erase(text.startsWith("? extends ") ? text.substring(10) : text);
    switch (type) {
      case "java.lang.Class":
      case "java.lang.Boolean":
      case "java.lang.Byte":
      case "java.lang.Character":
      case "java.lang.ClassLoader":
      case "java.lang.Package":
      case "java.lang.Module":
      case "boolean":
      case "byte":
      case "char":
        return true;
      default:
    }
    if (type.startsWith("java.lang.reflect.") || type.startsWith("java.lang.invoke.")) {
      return true;
    }
    ClassView view = calls.contracts().world().find(type);
    if (view != null && (view.access() & ENUM) != 0) {
      return true;
    }
    return calls.contracts().ofType(type).says(Word.LIVES, Slot.TYPE, "PROCESS");
  }

  /** Whether values of a type are what code declares, rather than a yes or no or a letter. */
  boolean isDeclared(String text) {
    String type = Types.erase(text);
    return isBounded(text)
        && !type.equals("java.lang.Boolean")
        && !type.equals("java.lang.Byte")
        && !type.equals("java.lang.Character");
  }

  private boolean isWeak(String text) {
    return calls.hierarchy().isSubtype(Types.erase(text), "java.lang.ref.Reference");
  }

  static String last(List<String> arguments) {
    return arguments.get(arguments.size() - 1);
  }

  static String outermost(String type) {
    int nested = type.indexOf('$', type.lastIndexOf('.') + 2);
    return nested < 0 ? type : type.substring(0, nested);
  }
}

package dev.holdfast.analysis.untyped;

import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.Contracts;
import dev.holdfast.analysis.world.Types;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.List;

/** Tells untyped trees from typed ones by their static type. */
final class Trees {
  private static final String STRING = "java.lang.String";

  private final Contracts contracts;
  private final int maxDepth;

  /**
   * @param maxDepth levels that may be dug before it is a finding
   */
  Trees(Contracts contracts, int maxDepth) {
    this.contracts = contracts;
    this.maxDepth = maxDepth;
  }

  boolean isTooDeep(Dig dig) {
    return dig.depth() > maxDepth;
  }

  /** A {@code Map<String,Object>}, {@code Map<String,?>}, raw map or another tree type. */
  boolean isTree(String type) {
    if (type == null || !isTreeType(Types.erase(type))) {
      return false;
    }
    List<String> arguments = arguments(type);
    if (arguments.isEmpty()) {
      return true;
    }
    String key = arguments.get(0);
    return Types.isOpen(arguments.get(arguments.size() - 1))
        && (arguments.size() == 1 || key.equals(STRING) || Types.isOpen(key));
  }

  /**
   * Whether a body may have known the type arguments of this type and lost them, so that nobody can
   * tell a typed map from an untyped one.
   */
  boolean isErased(String type, MethodRef body) {
    return type != null
        && Types.arguments(type).isEmpty()
        && arguments(type).isEmpty()
        && isGeneric(type)
        && isErased(body);
  }

  private boolean isGeneric(String type) {
    ClassView view = contracts.world().find(Types.erase(type));
    return view != null && view.isGeneric();
  }

  private boolean isErased(MethodRef body) {
    ClassView owner = contracts.world().find(body.owner());
    return owner != null && owner.isErased();
  }

  /** A map or list whose values have a type of their own. */
  boolean isTyped(String type) {
    if (type == null || !isTreeType(Types.erase(type))) {
      return false;
    }
    List<String> arguments = arguments(type);
    return !arguments.isEmpty() && !Types.isOpen(arguments.get(arguments.size() - 1));
  }

  /** Type arguments, of the nearest generic superclass where the type itself has none. */
  private List<String> arguments(String type) {
    List<String> arguments = Types.arguments(type);
    String above = type;
    while (arguments.isEmpty()) {
      ClassView view = contracts.world().find(Types.erase(above));
      above = view == null ? null : view.superType();
      if (above == null || !isTreeType(Types.erase(above))) {
        return List.of();
      }
      arguments = Types.arguments(above);
    }
    // a variable: the type is raw
    return arguments.get(arguments.size() - 1).indexOf('.') < 0 ? List.of() : arguments;
  }

  /** Whether binding to this type gives an untyped tree: an open map, Object, or a list of such. */
  boolean isUntypedTarget(String type) {
    if (type == null) {
      return false;
    }
    if (type.endsWith("[]")) {
      return isUntypedTarget(type.substring(0, type.length() - 2));
    }
    if (Types.isOpen(type) || isTree(type)) {
      return true;
    }
    List<String> arguments = Types.arguments(type);
    return !arguments.isEmpty()
        && isTreeType(Types.erase(type))
        && isUntypedTarget(arguments.get(arguments.size() - 1));
  }

  /** A map, list or tree, whatever its values are. */
  boolean isContainer(String type) {
    return type != null && isTreeType(Types.erase(type));
  }

  private boolean isTreeType(String erased) {
    return contracts.ofType(erased).says(Word.UNTYPED, Slot.TYPE);
  }
}

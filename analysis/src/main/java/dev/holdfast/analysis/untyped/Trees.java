package dev.holdfast.analysis.untyped;

import dev.holdfast.analysis.world.Contracts;
import dev.holdfast.analysis.world.Types;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.List;

/** Tells untyped trees from typed ones by their static type. */
final class Trees {
  private static final String STRING = "java.lang.String";

  private final Contracts contracts;

  Trees(Contracts contracts) {
    this.contracts = contracts;
  }

  /** A {@code Map<String,Object>}, {@code Map<String,?>}, raw map or another tree type. */
  boolean isTree(String type) {
    if (type == null || !isTreeType(Types.erase(type))) {
      return false;
    }
    List<String> arguments = Types.arguments(type);
    if (arguments.isEmpty()) {
      return true;
    }
    String key = arguments.get(0);
    return Types.isOpen(arguments.get(arguments.size() - 1))
        && (arguments.size() == 1 || key.equals(STRING) || Types.isOpen(key));
  }

  /** Whether binding to this type gives an untyped tree: an open map, Object, or a list of such. */
  boolean isUntypedTarget(String type) {
    if (type == null) {
      return false;
    }
    if (Types.isOpen(type) || isTree(type)) {
      return true;
    }
    List<String> arguments = Types.arguments(type);
    return isTreeType(Types.erase(type)) && isUntypedTarget(arguments.get(arguments.size() - 1));
  }

  private boolean isTreeType(String erased) {
    return contracts.ofType(erased).says(Word.UNTYPED, Slot.TYPE);
  }
}

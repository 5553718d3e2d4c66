package dev.holdfast.checks.frontend;

import com.sun.tools.javac.code.Attribute;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.TargetType;
import dev.holdfast.catalog.Note;
import dev.holdfast.catalog.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Reads the annotations of a symbol, those of its type included. */
final class SymbolNotes {
  private final Naming naming;

  SymbolNotes(Naming naming) {
    this.naming = naming;
  }

  /** Whether a member of this name carries any. */
  static boolean mayBeOnAny(ClassSymbol owner, String name) {
    for (Symbol member : owner.members().getSymbolsByName(owner.name.table.fromString(name))) {
      if (member instanceof MethodSymbol method ? mayBeOn(method) : mayBeOn(member)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a type or field carries any. */
  static boolean mayBeOn(Symbol symbol) {
    return !symbol.getRawAttributes().isEmpty() || !symbol.getRawTypeAttributes().isEmpty();
  }

  /** Whether a method carries any: most do not, and their signatures need not be spelt. */
  static boolean mayBeOn(MethodSymbol method) {
    boolean found = mayBeOn((Symbol) method);
    for (VarSymbol parameter : method.getParameters()) {
      found |= !parameter.getRawAttributes().isEmpty();
    }
    return found;
  }

  List<Note> of(MethodSymbol method) {
    List<Note> notes = new ArrayList<>();
    declared(method, Slot.RESULT, notes);
    int index = 0;
    for (VarSymbol parameter : method.getParameters()) {
      declared(parameter, Slot.parameter(index++), notes);
    }
    for (Attribute.TypeCompound mirror : method.getRawTypeAttributes()) {
      if (mirror.position == null || !mirror.position.location.isEmpty()) {
        continue;
      }
      if (mirror.position.type == TargetType.METHOD_RETURN) {
        add(mirror, Slot.RESULT, notes);
      } else if (mirror.position.type == TargetType.METHOD_FORMAL_PARAMETER) {
        add(mirror, Slot.parameter(mirror.position.parameter_index), notes);
      }
    }
    return notes;
  }

  List<Note> of(Symbol symbol, Slot slot) {
    List<Note> notes = new ArrayList<>();
    declared(symbol, slot, notes);
    for (Attribute.TypeCompound mirror : symbol.getRawTypeAttributes()) {
      if (mirror.position != null
          && mirror.position.type == TargetType.FIELD
          && mirror.position.location.isEmpty()) {
        add(mirror, slot, notes);
      }
    }
    return notes;
  }

  private void declared(Symbol symbol, Slot slot, List<Note> notes) {
    for (Attribute.Compound mirror : symbol.getRawAttributes()) {
      add(mirror, slot, notes);
    }
  }

  private void add(Attribute.Compound mirror, Slot slot, List<Note> notes) {
    Map<String, String> arguments = new HashMap<>();
    mirror.values.forEach(pair -> arguments.put(pair.fst.name.toString(), text(pair.snd)));
    Note note = new Note(naming.binary(mirror.type.tsym), slot, arguments);
    if (!notes.contains(note)) {
      notes.add(note);
    }
  }

  private String text(Attribute value) {
    if (value instanceof Attribute.Array array) {
      StringJoiner joined = new StringJoiner(",");
      for (Attribute element : array.values) {
        joined.add(text(element));
      }
      return joined.toString();
    }
    if (value instanceof Attribute.Enum constant) {
      return constant.value.name.toString();
    }
    if (value instanceof Attribute.Class type) {
      return naming.erased(type.classType);
    }
    Object constant = value.getValue();
    return constant == null ? "" : constant.toString();
  }
}

package dev.holdfast.checks.frontend;

import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.holdfast.analysis.ir.FieldRef;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Decides for each field once whether it may keep what is put into it. */
final class KeepingFields {
  private final Naming naming;
  private final Predicate<FieldRef> keeps;
  private final Map<VarSymbol, Boolean> known = new IdentityHashMap<>();

  KeepingFields(Naming naming, Predicate<FieldRef> keeps) {
    this.naming = naming;
    this.keeps = keeps;
  }

  boolean keeps(Symbol symbol) {
    if (!(symbol instanceof VarSymbol field)
        || !(field.owner instanceof ClassSymbol)
        || field.type == null
        || field.type.isPrimitive()
        || field.name == field.name.table.names._class) {
      return false;
    }
    Boolean answer = known.get(field);
    if (answer == null) {
      answer = decide(field);
      known.put(field, answer);
    }
    return answer;
  }

  private boolean decide(VarSymbol field) {
    try {
      return keeps.test(naming.field(field));
    } catch (GivenUp | CompletionFailure unresolved) {
      return false;
    }
  }
}

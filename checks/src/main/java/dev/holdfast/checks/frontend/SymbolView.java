package dev.holdfast.checks.frontend;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.FieldView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Note;
import dev.holdfast.catalog.Slot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The header of a class of this compilation, as javac's symbol shows it. */
final class SymbolView implements ClassView {
  /** Flags that mean the same in javac as in a class file. */
  private static final long CLASS_FILE_FLAGS = 0xffff;

  private static final int ACC_VARARGS = 0x0080;

  final ClassSymbol symbol;
  private final Naming naming;
  private final Map<String, List<MethodView>> methods = new HashMap<>();
  private final Map<MethodSymbol, MethodView> views = new HashMap<>();

  SymbolView(ClassSymbol symbol, Naming naming) {
    this.symbol = symbol;
    this.naming = naming;
  }

  @Override
  public String name() {
    return naming.binary(symbol);
  }

  @Override
  public int access() {
    return (int) (symbol.flags() & CLASS_FILE_FLAGS);
  }

  @Override
  public String superName() {
    Type superclass = symbol.getSuperclass();
    if (superclass.hasTag(TypeTag.CLASS)) {
      return naming.binary(superclass.tsym);
    }
    return symbol == naming.symtab.objectType.tsym ? null : "java.lang.Object";
  }

  @Override
  public List<String> interfaces() {
    List<String> names = new ArrayList<>();
    for (Type type : symbol.getInterfaces()) {
      names.add(naming.binary(type.tsym));
    }
    return names;
  }

  @Override
  public String superType() {
    String text = naming.text(symbol.getSuperclass());
    return text == null ? superName() : text;
  }

  @Override
  public List<MethodView> methods(String name) {
    return methods.computeIfAbsent(
        name,
        key -> {
          List<MethodView> found = new ArrayList<>();
          for (Symbol member :
              symbol.members().getSymbolsByName(symbol.name.table.fromString(key))) {
            addMethod(member, found);
          }
          Collections.reverse(found);
          return List.copyOf(found);
        });
  }

  @Override
  public List<MethodView> methods() {
    List<MethodView> found = new ArrayList<>();
    for (Symbol member : symbol.members().getSymbols()) {
      addMethod(member, found);
    }
    Collections.reverse(found);
    return found;
  }

  private void addMethod(Symbol member, List<MethodView> found) {
    if (member instanceof MethodSymbol method
        && method.kind == Kind.MTH
        && (method.flags() & Flags.BRIDGE) == 0
        && !method.name.toString().equals("<clinit>")
        && isNamed(method)) {
      MethodView view = views.get(method);
      if (view == null) {
        view = view(method);
        views.put(method, view);
      }
      found.add(view);
    }
  }

  /** The bound of a type variable that is not there leaves the method without a name, too. */
  private boolean isNamed(MethodSymbol method) {
    try {
      return !method.type.isErroneous() && !naming.descriptor(method).isEmpty();
    } catch (GivenUp unresolved) {
      return false;
    }
  }

  private MethodView view(MethodSymbol method) {
    List<String> exceptions = new ArrayList<>();
    for (Type type : method.getThrownTypes()) {
      if (naming.isResolved(type)) {
        exceptions.add(naming.erased(type));
      }
    }
    int access = (int) (method.flags() & CLASS_FILE_FLAGS) & ~ACC_VARARGS;
    if (method.isVarArgs()) {
      access |= ACC_VARARGS;
    }
    return new MethodView(
        naming.method(method),
        access,
        exceptions,
        naming.text(method.getReturnType()),
        new SymbolNotes(naming).of(method));
  }

  @Override
  public List<Note> notes(String name, String descriptor) {
    for (Symbol member : symbol.members().getSymbolsByName(symbol.name.table.fromString(name))) {
      if (member instanceof MethodSymbol method && SymbolNotes.mayBeOn(method)) {
        return ClassView.super.notes(name, descriptor);
      }
    }
    return List.of();
  }

  /** The method of exactly this descriptor, or null. */
  MethodSymbol method(String name, String descriptor) {
    for (Symbol member : symbol.members().getSymbolsByName(symbol.name.table.fromString(name))) {
      if (member instanceof MethodSymbol method
          && (method.flags() & Flags.BRIDGE) == 0
          && isNamed(method)
          && naming.descriptor(method).equals(descriptor)) {
        return method;
      }
    }
    return null;
  }

  @Override
  public FieldView field(String name) {
    for (Symbol member : symbol.members().getSymbolsByName(symbol.name.table.fromString(name))) {
      if (isNamed(member)) {
        return view((VarSymbol) member);
      }
    }
    return null;
  }

  @Override
  public List<FieldView> fields() {
    List<FieldView> found = new ArrayList<>();
    for (Symbol member : symbol.members().getSymbols()) {
      if (isNamed(member)) {
        found.add(view((VarSymbol) member));
      }
    }
    Collections.reverse(found);
    return found;
  }

  /** A field of a type that is not there has no name to be found by. */
  private boolean isNamed(Symbol member) {
    return member instanceof VarSymbol field
        && field.kind == Kind.VAR
        && naming.isResolved(field.type);
  }

  private FieldView view(VarSymbol field) {
    return new FieldView(
        naming.field(field),
        (int) (field.flags() & CLASS_FILE_FLAGS),
        naming.text(field.type),
        field.getConstantValue(),
        new SymbolNotes(naming).of(field, Slot.FIELD));
  }

  @Override
  public List<Note> notes() {
    return new SymbolNotes(naming).of(symbol, Slot.TYPE);
  }

  @Override
  public boolean isSource() {
    return true;
  }
}

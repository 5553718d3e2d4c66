package dev.holdfast.checks.frontend;

import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import dev.holdfast.analysis.ir.Descriptors;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Spells javac's types and symbols as the IR does: binary names, erased descriptors. */
final class Naming {
  final Types types;
  final Symtab symtab;
  private final TypeText text = new TypeText(this);
  private final Map<TypeSymbol, String> classNames = new IdentityHashMap<>();
  private final Map<MethodSymbol, String> descriptors = new IdentityHashMap<>();

  private final Function<ClassSymbol, List<VarSymbol>> captured;

  /**
   * @param captured the variables that a local class of this compilation takes along
   */
  Naming(Types types, Symtab symtab, Function<ClassSymbol, List<VarSymbol>> captured) {
    this.types = types;
    this.symtab = symtab;
    this.captured = captured;
  }

  String binary(TypeSymbol symbol) {
    return classNames.computeIfAbsent(symbol, s -> s.flatName().toString());
  }

  /** Erased binary name; {@code java.lang.Object} for null and whatever has no class. */
  String erased(Type type) {
    if (type.isPrimitive() || type.hasTag(TypeTag.VOID)) {
      return type.tsym.name.toString();
    }
    Type erased = types.erasure(type);
    if (erased.hasTag(TypeTag.ARRAY)) {
      return erased(types.elemtype(erased)) + "[]";
    }
    if (erased.isErroneous()) {
      throw new GivenUp("unresolved type");
    }
    return erased.hasTag(TypeTag.CLASS) ? binary(erased.tsym) : "java.lang.Object";
  }

  /** Whether a type has a name: its type arguments do not matter. */
  boolean isResolved(Type type) {
    Type erased = types.erasure(type);
    return erased.hasTag(TypeTag.ARRAY)
        ? isResolved(types.elemtype(erased))
        : !erased.isErroneous();
  }

  /** Static type as Java writes it, with type arguments and binary names; null where unknown. */
  String text(Type type) {
    return text.of(type);
  }

  /** The method as named at a use whose qualifying type is {@code site} (JLS 13.1). */
  MethodRef method(MethodSymbol method, Type site) {
    return new MethodRef(owner(method, site), method.name.toString(), descriptor(method));
  }

  MethodRef method(MethodSymbol method) {
    return new MethodRef(binary(method.enclClass()), method.name.toString(), descriptor(method));
  }

  FieldRef field(VarSymbol field) {
    return new FieldRef(
        binary(field.enclClass()), field.name.toString(), erased(field.type), field.isStatic());
  }

  private String owner(MethodSymbol method, Type site) {
    Type bound = types.skipTypeVars(site, false);
    if (method.owner == symtab.objectType.tsym || bound.hasTag(TypeTag.ARRAY)) {
      return "java.lang.Object";
    }
    if (bound.isCompound()) {
      return erased(method.owner.type);
    }
    return erased(bound);
  }

  /** Erased, with the enclosing instance first and captured variables last for constructors. */
  String descriptor(MethodSymbol method) {
    String known = descriptors.get(method);
    if (known == null) {
      Type type = method.externalType(types);
      List<String> parameters = new ArrayList<>();
      type.getParameterTypes().forEach(parameter -> parameters.add(erased(parameter)));
      if (method.isConstructor()) {
        captured.apply(method.enclClass()).forEach(v -> parameters.add(erased(v.type)));
      }
      known = Descriptors.descriptor(parameters, erased(type.getReturnType()));
      descriptors.put(method, known);
    }
    return known;
  }

  static boolean isLocal(Symbol symbol) {
    return symbol instanceof VarSymbol
        && (symbol.owner.kind == Kind.MTH || symbol.owner.kind == Kind.VAR);
  }
}

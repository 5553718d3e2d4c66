package dev.holdfast.checks.frontend;

import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Type.CapturedType;
import com.sun.tools.javac.code.Type.WildcardType;

/** Writes a javac type as text, type arguments included. */
final class TypeText {
  private final Naming naming;

  TypeText(Naming naming) {
    this.naming = naming;
  }

  String of(Type type) {
    if (type == null) {
      return null;
    }
    return switch (type.getTag()) {
      case CLASS -> type.isErroneous() ? null : ofClass(type);
      case ARRAY -> {
        String element = of(naming.types.elemtype(type));
        yield element == null ? null : element + "[]";
      }
      case TYPEVAR ->
          type instanceof CapturedType ? of(type.getUpperBound()) : type.tsym.name.toString();
      case BYTE, CHAR, SHORT, INT, LONG, FLOAT, DOUBLE, BOOLEAN -> type.tsym.name.toString();
      case WILDCARD -> argument(type);
      default -> null;
    };
  }

  private String ofClass(Type type) {
    if (type.isCompound() || type.isUnion()) {
      return naming.erased(type);
    }
    String name = naming.binary(type.tsym);
    if (type.getTypeArguments().isEmpty()) {
      return name;
    }
    StringBuilder text = new StringBuilder(name).append('<');
    String separator = "";
    for (Type argument : type.getTypeArguments()) {
      text.append(separator).append(argument(argument));
      separator = ",";
    }
    return text.append('>').toString();
  }

  private String argument(Type type) {
    if (type instanceof CapturedType captured) {
      return argument(captured.wildcard);
    }
    if (type instanceof WildcardType wildcard) {
      if (wildcard.isUnbound()) {
        return "?";
      }
      return (wildcard.isSuperBound() ? "? super " : "? extends ") + argument(wildcard.type);
    }
    String text = of(type);
    return text == null ? "?" : text;
  }
}

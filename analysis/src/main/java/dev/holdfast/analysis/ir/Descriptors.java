package dev.holdfast.analysis.ir;

import java.util.ArrayList;
import java.util.List;

/** Between JVM descriptors and type names as Java writes them. */
public final class Descriptors {
  private Descriptors() {}

  /** Parameter types of a method descriptor, as binary names with dots. */
  public static List<String> parameters(String descriptor) {
    List<String> types = new ArrayList<>();
    int at = 1;
    while (descriptor.charAt(at) != ')') {
      int end = end(descriptor, at);
      types.add(typeName(descriptor.substring(at, end)));
      at = end;
    }
    return types;
  }

  /** Result type of a method descriptor, as a binary name with dots. */
  public static String result(String descriptor) {
    return typeName(descriptor.substring(descriptor.indexOf(')') + 1));
  }

  /** {@code [Ljava/lang/String;} to {@code java.lang.String[]}. */
  public static String typeName(String descriptor) {
    return switch (descriptor.charAt(0)) {
      case 'B' -> "byte";
      case 'C' -> "char";
      case 'D' -> "double";
      case 'F' -> "float";
      case 'I' -> "int";
      case 'J' -> "long";
      case 'S' -> "short";
      case 'Z' -> "boolean";
      case 'V' -> "void";
      case '[' -> typeName(descriptor.substring(1)) + "[]";
      case 'L' -> descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
      default -> throw new IllegalArgumentException("not a descriptor: " + descriptor);
    };
  }

  /** {@code java.lang.String[]} to {@code [Ljava/lang/String;}. */
  public static String descriptor(String typeName) {
    if (typeName.endsWith("[]")) {
      return "[" + descriptor(typeName.substring(0, typeName.length() - 2));
    }
    return switch (typeName) {
      case "byte" -> "B";
      case "char" -> "C";
      case "double" -> "D";
      case "float" -> "F";
      case "int" -> "I";
      case "long" -> "J";
      case "short" -> "S";
      case "boolean" -> "Z";
      case "void" -> "V";
      default -> "L" + typeName.replace('.', '/') + ";";
    };
  }

  /** Descriptor of a method with these parameter and result types. */
  public static String descriptor(List<String> parameters, String result) {
    StringBuilder text = new StringBuilder("(");
    parameters.forEach(type -> text.append(descriptor(type)));
    return text.append(')').append(descriptor(result)).toString();
  }

  private static int end(String descriptor, int start) {
    int at = start;
    while (descriptor.charAt(at) == '[') {
      at++;
    }
    return descriptor.charAt(at) == 'L' ? descriptor.indexOf(';', at) + 1 : at + 1;
  }
}

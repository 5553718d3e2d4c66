package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.ir.Op;

/** Static types of values by what they are. */
final class Types {
  private Types() {}

  /** Type of a constant, or null for null. */
  static String ofConstant(Object value) {
    if (value instanceof Op.TypeConstant) {
      return "java.lang.Class";
    }
    if (value instanceof String) {
      return "java.lang.String";
    }
    if (value instanceof Boolean) {
      return "boolean";
    }
    if (value instanceof Integer) {
      return "int";
    }
    if (value instanceof Long) {
      return "long";
    }
    if (value instanceof Float) {
      return "float";
    }
    return value == null ? null : "double";
  }

  /** The type of which this is an array, or null. */
  static String component(String type) {
    return type != null && type.endsWith("[]") ? type.substring(0, type.length() - 2) : null;
  }

  /** The type without its type arguments, or null. */
  static String erasure(String type) {
    if (type == null || type.indexOf('<') < 0) {
      return type;
    }
    int close = type.lastIndexOf('>');
    return type.substring(0, type.indexOf('<')) + type.substring(close + 1);
  }
}

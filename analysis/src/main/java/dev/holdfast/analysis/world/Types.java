package dev.holdfast.analysis.world;

import java.util.ArrayList;
import java.util.List;

/** Reads the text of static types ({@code java.util.Map<java.lang.String,java.lang.Object>}). */
public final class Types {
  private Types() {}

  /** The type without its arguments, or null for null. */
  public static String erase(String type) {
    if (type == null) {
      return null;
    }
    int open = type.indexOf('<');
    return open < 0 ? type : type.substring(0, open);
  }

  /** Top-level type arguments; empty for a raw or plain type. */
  public static List<String> arguments(String type) {
    List<String> arguments = new ArrayList<>();
    int open = type == null ? -1 : type.indexOf('<');
    if (open < 0) {
      return arguments;
    }
    int depth = 0;
    int start = open + 1;
    for (int i = open + 1; i < type.length(); i++) {
      char c = type.charAt(i);
      if (c == '<') {
        depth++;
      } else if (c == '>' && depth-- == 0) {
        arguments.add(type.substring(start, i).trim());
        break;
      } else if (c == ',' && depth == 0) {
        arguments.add(type.substring(start, i).trim());
        start = i + 1;
      }
    }
    return arguments;
  }

  /** Whether a type argument says nothing: Object, a wildcard without a bound, or raw. */
  public static boolean isOpen(String argument) {
    return argument.equals("java.lang.Object")
        || argument.equals("?")
        || argument.startsWith("? super ")
        || argument.equals("? extends java.lang.Object");
  }
}

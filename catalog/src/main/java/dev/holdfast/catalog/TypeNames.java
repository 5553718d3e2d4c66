package dev.holdfast.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Finds which type a stub means by a name, as far as the stubs themselves tell. */
final class TypeNames {
  private final Set<String> known;

  /** Top-level types by simple name; "" where several packages have one. */
  private final Map<String, String> bySimpleName = new HashMap<>();

  /** Resolves against these binary names and each file's imports. */
  TypeNames(Set<String> known) {
    this.known = known;
    for (String name : known) {
      if (name.indexOf('$') < 0) {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        bySimpleName.put(simple, bySimpleName.containsKey(simple) ? "" : name);
      }
    }
  }

  /**
   * Binary name; null for no type of a class. Where neither an import nor a stub tells, it is a
   * type of the same package, as in Java.
   */
  String resolve(TypeStub scope, String written) {
    if (written.endsWith("]") || written.equals("Object") || isPrimitive(written)) {
      return null;
    }
    int dot = written.indexOf('.');
    String first = dot < 0 ? written : written.substring(0, dot);
    if (dot > 0 && Character.isLowerCase(first.charAt(0))) {
      return binary(written);
    }
    String rest = dot < 0 ? "" : written.substring(dot).replace('.', '$');
    return find(scope, first) + rest;
  }

  private String find(TypeStub scope, String simple) {
    for (TypeStub type = scope; type != null; type = type.outer) {
      String nested = type.name + "$" + simple;
      if (known.contains(nested)) {
        return nested;
      }
      if (type.simpleName.equals(simple)) {
        return type.name;
      }
    }
    String imported = scope.imports.get(simple);
    if (imported != null) {
      return binary(imported);
    }
    String beside = (scope.packageName.isEmpty() ? "" : scope.packageName + ".") + simple;
    if (known.contains(beside)) {
      return beside;
    }
    String lang = "java.lang." + simple;
    String only = known.contains(lang) ? lang : bySimpleName.get(simple);
    return only == null || only.isEmpty() ? beside : only;
  }

  /** By convention: what follows a capitalised segment is nested in it. */
  private static String binary(String full) {
    StringBuilder name = new StringBuilder(full);
    boolean inType = false;
    int start = 0;
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) == '.') {
        inType |= Character.isUpperCase(name.charAt(start));
        start = i + 1;
        if (inType) {
          name.setCharAt(i, '$');
        }
      }
    }
    return name.toString();
  }

  private static boolean isPrimitive(String name) {
    switch (name) {
      case "void":
      case "boolean":
      case "byte":
      case "char":
      case "short":
      case "int":
      case "long":
      case "float":
      case "double":
        return true;
      default:
        return false;
    }
  }
}

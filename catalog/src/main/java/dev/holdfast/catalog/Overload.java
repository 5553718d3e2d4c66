package dev.holdfast.catalog;

import java.util.ArrayList;
import java.util.List;

/** The parameter types of a method of the program, held against what stubs write. */
final class Overload {
  private final List<String> types;

  private Overload(List<String> types) {
    this.types = types;
  }

  /** From an erased JVM descriptor. */
  static Overload of(String descriptor) {
    List<String> types = new ArrayList<>(4);
    int at = 1;
    while (at < descriptor.length() && descriptor.charAt(at) != ')') {
      int dimensions = 0;
      while (descriptor.charAt(at) == '[') {
        dimensions++;
        at++;
      }
      int end = descriptor.charAt(at) == 'L' ? descriptor.indexOf(';', at) : at;
      String type =
          end == at
              ? primitive(descriptor.charAt(at))
              : descriptor.substring(at + 1, end).replace('/', '.').replace('$', '.');
      at = end + 1;
      for (; dimensions > 0; dimensions--) {
        type += "[]";
      }
      types.add(type);
    }
    return new Overload(types);
  }

  /** The overload a stub itself writes. */
  static Overload of(List<MemberStub.Parameter> parameters) {
    List<String> types = new ArrayList<>(parameters.size());
    for (MemberStub.Parameter parameter : parameters) {
      types.add(parameter.type());
    }
    return new Overload(types);
  }

  /**
   * Whether the stub writes this overload.
   *
   * @param anyVariable whether a type variable takes any reference type, as it does where a subtype
   *     has filled it in
   */
  boolean matches(List<MemberStub.Parameter> parameters, boolean anyVariable) {
    if (parameters.size() != types.size()) {
      return false;
    }
    for (int i = 0; i < types.size(); i++) {
      MemberStub.Parameter parameter = parameters.get(i);
      if (!same(types.get(i), parameter.type())
          && !(anyVariable && parameter.variable() && isReference(types.get(i)))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Which parameter here the stub's parameter is, where a member that is mentioned once speaks for
   * an overload it does not write: the one of the same type, else the one at the same place; -1 for
   * none.
   */
  int index(int parameter, List<MemberStub.Parameter> parameters) {
    if (parameter < 0) {
      return -1;
    }
    String type = parameters.get(parameter).type();
    if (parameter < types.size() && same(types.get(parameter), type)) {
      return parameter;
    }
    int only = -1;
    for (int i = 0; i < types.size(); i++) {
      if (same(types.get(i), type)) {
        only = only == -1 ? i : -2;
      }
    }
    return only >= 0 ? only : parameter < types.size() ? parameter : -1;
  }

  /** A name without a package matches by its last segments, one with a package in full. */
  private static boolean same(String actual, String written) {
    if (!actual.endsWith(written)) {
      return false;
    }
    int rest = actual.length() - written.length();
    return rest == 0 || actual.charAt(rest - 1) == '.';
  }

  private static boolean isReference(String type) {
    return type.indexOf('.') > 0 || Character.isUpperCase(type.charAt(0)) || type.endsWith("[]");
  }

  private static String primitive(char descriptor) {
    switch (descriptor) {
      case 'B':
        return "byte";
      case 'C':
        return "char";
      case 'D':
        return "double";
      case 'F':
        return "float";
      case 'I':
        return "int";
      case 'J':
        return "long";
      case 'S':
        return "short";
      default:
        return "boolean";
    }
  }
}

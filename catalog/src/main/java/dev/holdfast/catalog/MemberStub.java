package dev.holdfast.catalog;

import java.util.List;

/**
 * A field, method or constructor as a stub declares it.
 *
 * @param name as in {@link Member#name()}
 * @param parameters null for a field
 * @param result declared type, erased; the type itself for a constructor
 * @param marks annotations on the declaration
 * @param receiver annotations on a receiver parameter ({@code Foo this})
 * @param doc raw Javadoc, or null
 */
record MemberStub(
    TypeStub type,
    String name,
    List<Parameter> parameters,
    String result,
    List<Mark> marks,
    List<Mark> receiver,
    String doc,
    int line) {

  /**
   * One parameter.
   *
   * @param type erased, as written: {@code Map.Entry}, {@code String[]}
   * @param variable whether a type variable is written there
   */
  record Parameter(String type, String name, boolean variable, List<Mark> marks) {}

  boolean isField() {
    return parameters == null;
  }

  boolean isConstructor() {
    return name.equals("<init>");
  }

  /** Whether both declare the same overload, be it for different versions. */
  boolean hasParametersOf(MemberStub other) {
    if (isField() || other.isField() || parameters.size() != other.parameters.size()) {
      return isField() && other.isField();
    }
    for (int i = 0; i < parameters.size(); i++) {
      if (!parameters.get(i).type().equals(other.parameters.get(i).type())) {
        return false;
      }
    }
    return true;
  }
}

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

  String origin(Mark mark) {
    return type.file + ":" + mark.line();
  }
}

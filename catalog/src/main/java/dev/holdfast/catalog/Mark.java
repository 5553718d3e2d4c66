package dev.holdfast.catalog;

import java.util.Map;

/**
 * An annotation as written in a stub, not yet known to mean a word.
 *
 * @param name simple name of the annotation
 * @param arguments as in {@link Fact#arguments()}
 * @param foreign whether the text itself says that it comes from another package: by an import or a
 *     full name
 */
record Mark(String name, Map<String, String> arguments, int line, int column, boolean foreign) {
  /** Written with an empty list, an annotation says that its word does not hold here. */
  boolean isDenial() {
    return "".equals(arguments.get("value"));
  }
}

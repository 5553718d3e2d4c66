package dev.holdfast.catalog;

import java.util.Map;

/**
 * An annotation as written in a stub.
 *
 * @param name simple name of the annotation
 * @param word the word it is, or null; it may still mean one
 * @param arguments as in {@link Fact#arguments()}
 */
record Mark(
    String name, Word word, Map<String, String> arguments, String file, int line, int column) {
  /** Written with an empty list, an annotation says that its word does not hold here. */
  boolean isDenial() {
    return "".equals(arguments.get("value"));
  }

  String origin() {
    return file + ":" + line;
  }
}

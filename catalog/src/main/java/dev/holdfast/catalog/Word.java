package dev.holdfast.catalog;

import java.util.HashMap;
import java.util.Map;

/** The vocabulary: one constant for each annotation of {@code dev.holdfast.annotations}. */
public enum Word {
  ACQUIRES("Acquires"),
  RELEASES("Releases"),
  ALIASES("Aliases"),
  BORROWS("Borrows"),
  RETURNS("Returns"),
  SHARED("Shared"),
  WAITS("Waits"),
  BOUNDS("Bounds"),
  UNBOUNDED("Unbounded"),
  UNTYPED("Untyped"),
  CONFINED("Confined"),
  HANDED_OVER("HandedOver"),
  LIVES("Lives"),
  SERIALIZES("Serializes"),
  ACCEPTED("Accepted");

  private static final Map<String, Word> NAMED = new HashMap<>();

  static {
    for (Word word : values()) {
      NAMED.put(word.annotation, word);
    }
  }

  private final String annotation;

  Word(String annotation) {
    this.annotation = annotation;
  }

  /** Simple name of the annotation that carries this word, for example {@code Acquires}. */
  public String annotation() {
    return annotation;
  }

  /** The word an annotation of this simple name stands for, or null. */
  public static Word named(String simpleName) {
    return NAMED.get(simpleName);
  }
}

package dev.holdfast.catalog;

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
  ACCEPTED("Accepted");

  private static final Word[] ALL = values();

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
    for (Word word : ALL) {
      if (word.annotation.equals(simpleName)) {
        return word;
      }
    }
    return null;
  }
}

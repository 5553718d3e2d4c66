package dev.holdfast.spotbugs;

import edu.umd.cs.findbugs.ClassAnnotation;
import edu.umd.cs.findbugs.SourceLineAnnotation;

/**
 * What is wrong, in words, for the message of a bug. It is a source line to SpotBugs, because that
 * is the one kind of annotation that is no part of a bug's identity: a baseline outlives a better
 * wording.
 */
final class Sentence extends SourceLineAnnotation {
  private static final long serialVersionUID = 1;

  private final String text;

  Sentence(String text, SourceLineAnnotation place) {
    super(
        place.getClassName(),
        place.getSourceFile(),
        place.getStartLine(),
        place.getEndLine(),
        place.getStartBytecode(),
        place.getEndBytecode());
    this.text = text;
    setDescription(text);
  }

  @Override
  public String format(String key, ClassAnnotation primaryClass) {
    return key.isEmpty() ? text : super.format(key, primaryClass);
  }

  @Override
  public String toString() {
    return text;
  }

  @Override
  public String toString(ClassAnnotation primaryClass) {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sentence sentence && sentence.text.equals(text) && super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode() * 31 + text.hashCode();
  }
}

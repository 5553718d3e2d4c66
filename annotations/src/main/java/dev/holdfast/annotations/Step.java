package dev.holdfast.annotations;

/** How the result of a method relates to an untyped tree. */
public enum Step {
  /** It is a whole tree. */
  TREE,
  /** It lies one level deeper in the receiver, like {@code Map.get}. */
  DIG,
  /** It is an element of the receiver on the same level, like {@code List.get}. */
  ELEMENT
}

package dev.holdfast.analysis.ir;

/**
 * A field as named at an access.
 *
 * @param owner binary name of the declaring class (a witness resolves inherited fields)
 * @param name simple name
 * @param type erased type as a binary name
 * @param isStatic whether it belongs to the class
 */
public record FieldRef(String owner, String name, String type, boolean isStatic) {
  /** Whether a compiler made it, to keep what a nested class reads of the method around it. */
  public boolean isCapture() {
    return name.startsWith("val$");
  }

  @Override
  public String toString() {
    return owner + "." + name + ": " + type;
  }
}
